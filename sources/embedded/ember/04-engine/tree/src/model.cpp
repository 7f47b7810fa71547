// SPDX-License-Identifier: Apache-2.0
#include "model.hpp"

#include <utility>

#include "prng.hpp"

namespace ember {
namespace {

std::vector<float> random_norm(int size, std::uint64_t seed) {
    Prng prng(seed);
    std::vector<float> norm(size);
    for (float& weight : norm) {
        weight = 0.75f + static_cast<float>(prng.next() % 64) / 128.0f;
    }
    return norm;
}

}  // namespace

Model random_model(const Config& config) {
    Prng seeds(config.seed);
    const int width = config.width;
    const int hidden = config.hidden;
    auto matrix = [&](int rows, int columns, float gain) {
        return random_matrix(rows, columns, gain, seeds.next());
    };

    Model model;
    model.config = config;
    model.embedding = matrix(config.vocabulary, width, 16.0f);
    for (int i = 0; i < config.layers; i++) {
        Layer layer;
        layer.attention_norm = random_norm(width, seeds.next());
        layer.mlp_norm = random_norm(width, seeds.next());
        layer.query = matrix(width, width, 2.0f);
        layer.key = matrix(width, width, 2.0f);
        layer.value = matrix(width, width, 1.5f);
        layer.output = matrix(width, width, 1.5f);
        layer.gate = matrix(hidden, width, 1.5f);
        layer.up = matrix(hidden, width, 1.5f);
        layer.down = matrix(width, hidden, 1.0f);
        model.layers.push_back(std::move(layer));
    }
    model.norm = random_norm(width, seeds.next());
    model.head = matrix(config.vocabulary, width, 1.0f);
    return model;
}

}  // namespace ember
