#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

// Private to lib/http.
namespace congso::http {

class Task {
public:
    virtual void run_on_worker() noexcept = 0; // the object may be gone when it returns

protected:
    ~Task() = default;
};

// A fixed number of threads and a bounded queue of tasks for them.
class Workers {
public:
    explicit Workers(std::size_t limit) : limit_(limit) { }
    ~Workers() { stop(); }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void start(int count);
    void stop(); // runs what waits, then ends the threads

    bool submit(Task& task); // new work: false when as many tasks wait as may
    void submit_next(Task& task); // a further step of admitted work: goes first and is never refused
    std::size_t waiting() const;

private:
    void work();

    const std::size_t limit_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task*> queue_;
    int idle_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace congso::http
