// SPDX-License-Identifier: Apache-2.0
#include "sampler.hpp"

namespace ember {

int greedy(std::span<const float> logits, const std::vector<bool>& allowed) {
    int best = -1;
    for (std::size_t id = 0; id < logits.size(); id++) {
        if (!allowed[id]) {
            continue;
        }
        if (best < 0 || logits[id] >= logits[best]) {
            best = static_cast<int>(id);
        }
    }
    return best;
}

}  // namespace ember
