// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "quant.hpp"

namespace ember {

// Config is the shape of a model. The defaults make 3.7 million weights.
struct Config {
    int width = 256;
    int layers = 4;
    int heads = 8;
    int hidden = 768;
    int vocabulary = 512;
    int context = 1024;  // positions
    std::uint64_t seed = 7;
};

struct Layer {
    std::vector<float> attention_norm;
    std::vector<float> mlp_norm;
    Matrix query, key, value, output;
    Matrix gate, up, down;
};

struct Model {
    Config config;
    Matrix embedding;
    std::vector<Layer> layers;
    std::vector<float> norm;
    Matrix head;
};

// random_model depends on config alone.
Model random_model(const Config& config);

}  // namespace ember
