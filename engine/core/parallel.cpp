#include "engine/core/parallel.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace zhaimao {
namespace {

// Hands out the indices and keeps the first failure by index.
class Dispenser {
   public:
    Dispenser(std::size_t count, const std::atomic<bool>* cancel)
        : count_(count), cancel_(cancel) {}

    // An index to run, or `count` when there is none.
    std::size_t next() {
        if (failed_ || (cancel_ != nullptr && *cancel_)) return count_;
        return std::min(next_++, count_);
    }

    void fail(std::size_t index, std::exception_ptr error) {
        failed_ = true;
        const std::lock_guard lock(mutex_);
        if (error_ && index > index_) return;
        index_ = index;
        error_ = std::move(error);
    }

    // After the join.
    bool finish() const {
        if (error_) std::rethrow_exception(error_);
        return finished_ == count_;
    }

    void done() { ++finished_; }

   private:
    std::size_t count_;
    const std::atomic<bool>* cancel_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> finished_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;
    std::size_t index_ = 0;
    std::exception_ptr error_;
};

}  // namespace

std::size_t available_threads() {
    return std::max(1U, std::thread::hardware_concurrency());
}

bool for_each_index(std::size_t count, std::size_t threads,
                    const std::function<void(std::size_t, std::size_t)>& task,
                    const std::atomic<bool>* cancel) {
    Dispenser dispenser(count, cancel);
    const auto work = [&](std::size_t worker) {
        for (std::size_t i = dispenser.next(); i < count; i = dispenser.next()) {
            try {
                task(i, worker);
                dispenser.done();
            } catch (...) {
                dispenser.fail(i, std::current_exception());
            }
        }
    };
    {
        // The calling thread is worker 0; the others end with the scope.
        std::vector<std::jthread> others;
        const std::size_t workers = std::min(threads, count);
        for (std::size_t worker = 1; worker < workers; ++worker) others.emplace_back(work, worker);
        work(0);
    }
    return dispenser.finish();
}

}  // namespace zhaimao
