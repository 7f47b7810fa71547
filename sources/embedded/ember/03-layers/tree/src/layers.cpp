// SPDX-License-Identifier: Apache-2.0
#include "layers.hpp"

#include <cmath>

#include "numbers.hpp"

namespace ember {

float dot(std::span<const float> a, std::span<const float> b) {
    float lanes[8] = {};
    for (std::size_t i = 0; i < a.size(); i += 8) {
        for (std::size_t lane = 0; lane < 8; lane++) {
            lanes[lane] += a[i + lane] * b[i + lane];
        }
    }
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) +
           ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

void rms_norm(std::span<const float> x, std::span<const float> weight, std::span<float> out) {
    const float mean = dot(x, x) / static_cast<float>(x.size());
    const float scale = 1.0f / std::sqrt(mean + 1e-6f);
    for (std::size_t i = 0; i < x.size(); i++) {
        out[i] = x[i] * scale * weight[i];
    }
}

void softmax(std::span<float> scores) {
    float largest = scores[0];
    for (float score : scores) {
        if (score > largest) largest = score;
    }
    float sum = 0;
    for (float& score : scores) {
        score = exponential(score - largest);
        sum += score;
    }
    for (float& score : scores) score /= sum;
}

void swiglu(std::span<float> gate, std::span<const float> up) {
    for (std::size_t i = 0; i < gate.size(); i++) {
        gate[i] = gate[i] / (1.0f + exponential(-gate[i])) * up[i];
    }
}

void rotate(std::span<float> x, std::span<const float> turns) {
    const std::size_t half = x.size() / 2;
    for (std::size_t i = 0; i < half; i++) {
        const float a = x[i];
        const float b = x[i + half];
        x[i] = a * turns[i] - b * turns[i + half];
        x[i + half] = a * turns[i + half] + b * turns[i];
    }
}

}  // namespace ember
