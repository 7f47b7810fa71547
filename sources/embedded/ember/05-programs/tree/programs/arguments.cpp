// SPDX-License-Identifier: Apache-2.0
#include "arguments.hpp"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace ember {

bool Arguments::next() {
    if (at_ + 1 >= count_) return false;
    option_ = values_[++at_];
    return true;
}

bool Arguments::is(const char* name) const { return option_ == name; }

int Arguments::number(int smallest, int largest) {
    return static_cast<int>(integer(smallest, largest));
}

std::uint64_t Arguments::seed() {
    return static_cast<std::uint64_t>(integer(0, LLONG_MAX));
}

std::string Arguments::text() {
    if (at_ + 1 >= count_) throw std::invalid_argument(option_ + " needs a value");
    return values_[++at_];
}

void Arguments::refuse() const { throw std::invalid_argument("unknown option " + option_); }

long long Arguments::integer(long long smallest, long long largest) {
    const std::string value = text();
    char* end = nullptr;
    errno = 0;
    const long long number = std::strtoll(value.c_str(), &end, 10);
    if (value.empty() || *end != 0 || errno != 0 || number < smallest || number > largest) {
        throw std::invalid_argument(option_ + " takes a number from " + std::to_string(smallest) +
                                    " to " + std::to_string(largest));
    }
    return number;
}

std::string json_string(const std::string& text) {
    std::string out = "\"";
    for (unsigned char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c < 0x20 || c >= 0x7f) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", c);
            out += escape;
        } else {
            out += static_cast<char>(c);
        }
    }
    return out + "\"";
}

}  // namespace ember
