// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "engine.hpp"
#include "kernel.hpp"
#include "sampler.hpp"
#include "tokens.hpp"

namespace {

constexpr const char* usage =
    "usage: ember-bench [-p PROMPT] [-n OUTPUT] [-r REPEATS] [-o text|json]\n"
    "  -p PROMPT      tokens to read, 512 unless given\n"
    "  -n OUTPUT      tokens to say, 128 unless given\n"
    "  -r REPEATS     runs in this process\n"
    "  -o text|json   form of the answer\n";

struct Options {
    int prompt = 512;
    int output = 128;
    int repeats = 1;
    bool json = false;
    bool help = false;
};

// Sample is one run's speed, in tokens a second.
struct Sample {
    double prompt = 0;
    double output = 0;
};

Options parse(int count, char** values) {
    Options options;
    for (ember::Arguments arguments(count, values); arguments.next();) {
        if (arguments.is("-p")) {
            options.prompt = arguments.number(1, ember::Config{}.context);
        } else if (arguments.is("-n")) {
            options.output = arguments.number(1, ember::Config{}.context);
        } else if (arguments.is("-r")) {
            options.repeats = arguments.number(1, 1000);
        } else if (arguments.is("-o")) {
            const std::string form = arguments.text();
            if (form != "json" && form != "text") throw std::invalid_argument("-o takes text or json");
            options.json = form == "json";
        } else if (arguments.is("--help") || arguments.is("-h")) {
            options.help = true;
        } else {
            arguments.refuse();
        }
    }
    if (options.prompt + options.output > ember::Config{}.context) {
        throw std::invalid_argument("PROMPT and OUTPUT together must fit the context");
    }
    return options;
}

Sample measure(ember::Engine& engine, const Options& options) {
    using clock = std::chrono::steady_clock;
    const std::vector<bool> allowed = ember::printable_tokens();
    engine.reset();
    const auto start = clock::now();
    for (int i = 0; i < options.prompt; i++) engine.feed(' ' + i * 7 % 95);
    const auto middle = clock::now();
    for (int i = 0; i < options.output; i++) engine.feed(ember::greedy(engine.logits(), allowed));
    const auto end = clock::now();
    return {options.prompt / std::chrono::duration<double>(middle - start).count(),
            options.output / std::chrono::duration<double>(end - middle).count()};
}

// median returns the middle one of a member of the samples.
double median(std::vector<Sample> samples, double Sample::*member) {
    const auto middle = samples.begin() + samples.size() / 2;
    std::nth_element(samples.begin(), middle, samples.end(), [&](const Sample& a, const Sample& b) {
        return a.*member < b.*member;
    });
    return (*middle).*member;
}

void print(const Options& options, const std::vector<Sample>& samples) {
    const Sample middle{median(samples, &Sample::prompt), median(samples, &Sample::output)};
    if (!options.json) {
        std::printf("p%d %.1f tok/s, n%d %.1f tok/s (%s, %zu runs)\n", options.prompt, middle.prompt,
                    options.output, middle.output, ember::kernel_name().c_str(), samples.size());
        return;
    }
    std::printf("{\"kernel\":%s,", ember::json_string(ember::kernel_name()).c_str());
    std::printf("\"prompt\":%d,\"output\":%d,", options.prompt, options.output);
    std::printf("\"prompt_tok_s\":%.3f,\"output_tok_s\":%.3f,", middle.prompt, middle.output);
    std::printf("\"samples\":[");
    for (std::size_t i = 0; i < samples.size(); i++) {
        std::printf("%s%.3f", i ? "," : "", samples[i].output);
    }
    std::printf("]}\n");
}

}  // namespace

int main(int count, char** values) {
    try {
        const Options options = parse(count, values);
        if (options.help) {
            std::fputs(usage, stdout);
            return 0;
        }
        ember::Engine engine{ember::Config{}};
        std::vector<Sample> samples;
        for (int i = 0; i < options.repeats; i++) samples.push_back(measure(engine, options));
        print(options, samples);
        return 0;
    } catch (const std::invalid_argument& mistake) {
        std::fprintf(stderr, "ember-bench: %s\n%s", mistake.what(), usage);
        return 2;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "ember-bench: %s\n", failure.what());
        return 1;
    }
}
