// SPDX-License-Identifier: Apache-2.0
#include "engine.hpp"

#include <cmath>
#include <stdexcept>

#include "kernel.hpp"
#include "layers.hpp"
#include "numbers.hpp"
#include "sampler.hpp"
#include "tokens.hpp"

namespace ember {

Engine::Engine(const Config& config)
    : model_(random_model(config)), cache_(config.layers, config.context, config.width) {
    const int half = config.width / config.heads / 2;
    turns_.resize(static_cast<std::size_t>(config.context) * half * 2);
    for (int i = 0; i < half; i++) {
        // The pairs of a head turn at speeds from 1 down to 1/10000.
        const double speed = exponential(-9.2103404f * static_cast<float>(i) / static_cast<float>(half));
        for (int position = 0; position < config.context; position++) {
            const SineCosine turn = sine_cosine(position * speed);
            turns_[static_cast<std::size_t>(position) * half * 2 + i] = turn.cosine;
            turns_[static_cast<std::size_t>(position) * half * 2 + half + i] = turn.sine;
        }
    }
    for (auto* buffer : {&x_, &normed_, &query_, &key_, &value_, &mixed_}) {
        buffer->resize(config.width);
    }
    gate_.resize(config.hidden);
    up_.resize(config.hidden);
    scores_.resize(config.context);
    logits_.resize(config.vocabulary);
}

void Engine::feed(int token) {
    if (token < 0 || token >= model_.config.vocabulary) {
        throw std::out_of_range("no such token");
    }
    cache_.admit(position_);
    unpack_row(model_.embedding, token, x_);
    for (std::size_t i = 0; i < model_.layers.size(); i++) {
        attend(static_cast<int>(i), model_.layers[i]);
        think(model_.layers[i]);
    }
    position_++;
}

std::span<const float> Engine::logits() {
    rms_norm(x_, model_.norm, normed_);
    quantise(normed_, activations_);
    multiply(model_.head, activations_, logits_);
    return logits_;
}

// attend adds to x what the layer's attention finds at the positions so far.
void Engine::attend(int index, const Layer& layer) {
    const std::size_t width = x_.size();
    const std::size_t size = width / model_.config.heads;
    rms_norm(x_, layer.attention_norm, normed_);
    quantise(normed_, activations_);
    multiply(layer.query, activations_, query_);
    multiply(layer.key, activations_, key_);
    multiply(layer.value, activations_, value_);

    const std::span<const float> turns(&turns_[position_ * size], size);
    for (std::size_t head = 0; head < width; head += size) {
        rotate(std::span(query_).subspan(head, size), turns);
        rotate(std::span(key_).subspan(head, size), turns);
    }
    cache_.put(index, position_, key_, value_);

    const float scale = 1.0f / std::sqrt(static_cast<float>(size));
    const std::span<float> scores(scores_.data(), position_ + 1);
    for (std::size_t head = 0; head < width; head += size) {
        const std::span<const float> query(&query_[head], size);
        for (int position = 0; position <= position_; position++) {
            scores[position] = scale * dot(query, cache_.key(index, position).subspan(head, size));
        }
        softmax(scores);
        float* mixed = &mixed_[head];
        for (std::size_t i = 0; i < size; i++) mixed[i] = 0;
        for (int position = 0; position <= position_; position++) {
            const float* value = &cache_.value(index, position)[head];
            for (std::size_t i = 0; i < size; i++) mixed[i] += scores[position] * value[i];
        }
    }

    quantise(mixed_, activations_);
    multiply(layer.output, activations_, normed_);
    for (std::size_t i = 0; i < width; i++) x_[i] += normed_[i];
}

// think adds to x what the layer's perceptron makes of it.
void Engine::think(const Layer& layer) {
    rms_norm(x_, layer.mlp_norm, normed_);
    quantise(normed_, activations_);
    multiply(layer.gate, activations_, gate_);
    multiply(layer.up, activations_, up_);
    swiglu(gate_, up_);
    quantise(gate_, activations_);
    multiply(layer.down, activations_, normed_);
    for (std::size_t i = 0; i < x_.size(); i++) x_[i] += normed_[i];
}

std::vector<int> generate(Engine& engine, std::span<const int> prompt, int count) {
    const std::vector<bool> allowed = printable_tokens();
    std::vector<int> tokens;
    for (int token : prompt) engine.feed(token);
    for (int i = 0; i < count; i++) {
        const int token = greedy(engine.logits(), allowed);
        tokens.push_back(token);
        if (i + 1 < count) engine.feed(token);
    }
    return tokens;
}

}  // namespace ember
