// The processes of one job that mpirun or srun started, rank 0 first, and messages between them.
// Without such a starter there is one process; without MPI at build time a job of several is
// refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhaimao {

class Ranks {
   public:
    struct Message {
        int from = 0;
        std::string bytes;
    };

    // Joins the job. To be used by one thread, and made once.
    Ranks();
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;
    ~Ranks();  // waits for all others to leave, too

    [[nodiscard]] int rank() const { return rank_; }
    [[nodiscard]] int size() const { return size_; }

    void send(int to, std::string_view bytes);
    [[nodiscard]] Message receive();              // waits
    [[nodiscard]] std::optional<Message> poll();  // does not wait
    // Ends all processes of the job, with this exit code.
    [[noreturn]] void abort(int code);

   private:
    int rank_ = 0;
    int size_ = 1;
};

}  // namespace zhaimao
