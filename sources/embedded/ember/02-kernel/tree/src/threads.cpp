// SPDX-License-Identifier: Apache-2.0
#include "threads.hpp"

#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <vector>

namespace ember {
namespace {

class Pool {
public:
    explicit Pool(int size) : size_(size) {
        for (int index = 1; index < size; index++) {
            threads_.emplace_back([this, index] { serve(index); });
        }
    }

    ~Pool() {
        {
            std::lock_guard guard(mutex_);
            closed_ = true;
        }
        started_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

    void run(int rows, const std::function<void(int, int)>& work) {
        if (size_ == 1 || rows < size_) {
            work(0, rows);
            return;
        }
        {
            std::lock_guard guard(mutex_);
            rows_ = rows;
            work_ = &work;
            waiting_ = size_ - 1;
            round_++;
        }
        started_.notify_all();
        part(0);
        std::unique_lock lock(mutex_);
        finished_.wait(lock, [this] { return waiting_ == 0; });
    }

private:
    void part(int index) { (*work_)(rows_ * index / size_, rows_ * (index + 1) / size_); }

    void serve(int index) {
        for (unsigned seen = 0;;) {
            {
                std::unique_lock lock(mutex_);
                started_.wait(lock, [&] { return closed_ || round_ != seen; });
                if (closed_) return;
                seen = round_;
            }
            part(index);
            std::lock_guard guard(mutex_);
            if (--waiting_ == 0) finished_.notify_one();
        }
    }

    const int size_;
    std::vector<std::thread> threads_;
    std::mutex mutex_;
    std::condition_variable started_, finished_;
    const std::function<void(int, int)>* work_ = nullptr;
    int rows_ = 0;
    int waiting_ = 0;
    unsigned round_ = 0;
    bool closed_ = false;
};

int wanted_threads() {
    const char* text = std::getenv("EMBER_THREADS");
    const int wanted = text ? std::atoi(text) : 1;
    return wanted < 1 ? 1 : wanted > 64 ? 64 : wanted;
}

}  // namespace

void for_rows(int rows, const std::function<void(int, int)>& work) {
    static Pool pool(wanted_threads());
    pool.run(rows, work);
}

}  // namespace ember
