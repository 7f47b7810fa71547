// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>

#include "arguments.hpp"
#include "engine.hpp"
#include "tokens.hpp"

namespace {

constexpr const char* usage =
    "usage: ember-complete [-n COUNT] [--prompt TEXT] [--seed SEED] [--json]\n";

struct Options {
    int count = 64;
    std::string prompt = "Once upon a time";
    std::uint64_t seed = ember::Config{}.seed;
    bool json = false;
    bool help = false;
};

Options parse(int count, char** values) {
    Options options;
    for (ember::Arguments arguments(count, values); arguments.next();) {
        if (arguments.is("-n")) {
            options.count = arguments.number(1, ember::Config{}.context);
        } else if (arguments.is("--prompt")) {
            options.prompt = arguments.text();
        } else if (arguments.is("--seed")) {
            options.seed = arguments.seed();
        } else if (arguments.is("--json")) {
            options.json = true;
        } else if (arguments.is("--help")) {
            options.help = true;
        } else {
            arguments.refuse();
        }
    }
    if (options.prompt.empty()) throw std::invalid_argument("--prompt needs at least one character");
    return options;
}

void complete(const Options& options) {
    ember::Config config;
    config.seed = options.seed;
    ember::Engine engine(config);
    const auto tokens = ember::generate(engine, ember::encode(options.prompt), options.count);
    const std::string text = ember::decode(tokens);
    if (!options.json) {
        std::printf("%s%s\n", options.prompt.c_str(), text.c_str());
        return;
    }
    std::printf("{\"tokens\":[");
    for (std::size_t i = 0; i < tokens.size(); i++) {
        std::printf("%s%d", i ? "," : "", tokens[i]);
    }
    std::printf("],\"text\":%s}\n", ember::json_string(text).c_str());
}

}  // namespace

int main(int count, char** values) {
    try {
        const Options options = parse(count, values);
        if (options.help) {
            std::fputs(usage, stdout);
            return 0;
        }
        complete(options);
        return 0;
    } catch (const std::invalid_argument& mistake) {
        std::fprintf(stderr, "ember-complete: %s\n%s", mistake.what(), usage);
        return 2;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "ember-complete: %s\n", failure.what());
        return 1;
    }
}
