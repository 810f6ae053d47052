// Numbers that memory need not hold: a file without a name in $TMPDIR, or /tmp, which is gone when
// its holder is, however that ends. Never mapped, so that what it holds counts as nobody's memory.
//
// Reading and writing move no cursor: several threads may, each at places of its own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace zhaimao {

// MachineError with the folder and the system's words: no file can be made or read there, or there
// is no room.
class TemporaryFile {
   public:
    TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    // Room for so many numbers, at least one, is taken now: a full disk is told before hours of
    // work, not after them. Where a file system cannot, what is written is synced, lest one that
    // is far away finds only later that it has no room.
    void reserve(std::size_t numbers);

    // From place `at` on, which counts numbers.
    void write(std::size_t at, std::span<const double> numbers);
    // Of what was written.
    void read(std::size_t at, std::span<double> numbers) const;

   private:
    [[noreturn]] void fail(const char* what, int error) const;

    std::filesystem::path folder_;
    int handle_;
    bool is_synced_ = false;
};

}  // namespace zhaimao
