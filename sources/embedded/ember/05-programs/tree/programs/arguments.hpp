// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace ember {

// Arguments reads a command line from left to right. What it cannot read
// throws std::invalid_argument with a sentence for the user.
class Arguments {
public:
    Arguments(int count, char** values) : count_(count), values_(values) {}

    // next moves to the next option; false at the end.
    bool next();

    // is compares the current option with a name.
    bool is(const char* name) const;

    // number and text take the current option's value.
    int number(int smallest, int largest);
    std::uint64_t seed();
    std::string text();

    // refuse throws for the current option.
    [[noreturn]] void refuse() const;

private:
    long long integer(long long smallest, long long largest);

    int count_;
    char** values_;
    int at_ = 0;
    std::string option_;
};

// json_string returns text as JSON, quotes included.
std::string json_string(const std::string& text);

}  // namespace ember
