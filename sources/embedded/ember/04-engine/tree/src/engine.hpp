// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "cache.hpp"
#include "model.hpp"

namespace ember {

// Engine runs a model, one token at a time. It is not for concurrent use.
class Engine {
public:
    explicit Engine(const Config& config);

    // feed takes the next token. It throws std::out_of_range when the context is full.
    void feed(int token);

    // logits are those for the token after the last one fed, one for each id.
    std::span<const float> logits();

    // reset forgets everything that was fed.
    void reset() { position_ = 0; }

    const Config& config() const { return model_.config; }

private:
    void attend(int index, const Layer& layer);
    void think(const Layer& layer);

    Model model_;
    Cache cache_;
    int position_ = 0;
    std::vector<float> turns_;  // of all positions: cosines, then sines
    std::vector<float> x_, normed_, query_, key_, value_, mixed_, gate_, up_, scores_, logits_;
    Activations activations_;
};

// greedy returns the id with the largest logit among those that allowed marks.
int greedy(std::span<const float> logits, const std::vector<bool>& allowed);

// generate feeds prompt and then count tokens, each the greedy one; it returns these.
std::vector<int> generate(Engine& engine, std::span<const int> prompt, int count);

}  // namespace ember
