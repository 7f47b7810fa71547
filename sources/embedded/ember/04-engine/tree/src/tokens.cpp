// SPDX-License-Identifier: Apache-2.0
#include "tokens.hpp"

namespace ember {
namespace {

// syllable: bits 0-1 choose the vowel, 2-5 the consonant, 6-7 what follows.
std::string syllable(int index) {
    constexpr std::string_view vowels = "aeio";
    constexpr std::string_view consonants = "bdfghklmnprstvwz";
    std::string text;
    text += consonants[index >> 2 & 15];
    text += vowels[index & 3];
    switch (index >> 6) {
        case 1: text += " "; break;
        case 2: text += "n"; break;
        case 3: text += "r "; break;
    }
    return text;
}

}  // namespace

std::vector<int> encode(std::string_view text) {
    std::vector<int> tokens;
    for (char c : text) tokens.push_back(static_cast<unsigned char>(c));
    return tokens;
}

std::string decode(std::span<const int> tokens) {
    std::string text;
    for (int token : tokens) {
        if (token < 256) {
            text += static_cast<char>(token);
        } else {
            text += syllable(token - 256);
        }
    }
    return text;
}

std::vector<bool> printable_tokens() {
    std::vector<bool> allowed(512, false);
    for (int token = 256; token < 512; token++) allowed[token] = true;
    for (char c : std::string_view(" ,.")) allowed[static_cast<unsigned char>(c)] = true;
    return allowed;
}

}  // namespace ember
