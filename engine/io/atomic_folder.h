// A folder that appears whole or not at all.
//
// Files are written to a temporary sibling and synced; commit() renames it to its final name. An
// existing folder is replaced only if the caller knows it as its own, by an atomic exchange, and is
// deleted after. Until commit() returns nothing under the final name has changed; without commit()
// the sibling vanishes, and where the process was killed, when the same target is written again.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace zhaimao {

class AtomicFolder {
   public:
    using IsOurs = std::function<bool(const std::filesystem::path&)>;

    // Refuses at once what commit() would refuse: InputError where the target exists and is not
    // ours; MachineError where the sibling cannot be made. Parents are made as needed.
    AtomicFolder(const std::filesystem::path& target, IsOurs is_ours);
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;
    ~AtomicFolder();

    // `name` is relative to the folder; folders on the way are made. MachineError: disk full, not
    // writable.
    void write(const std::filesystem::path& name, std::string_view bytes);
    // The same by a writer that is given the path of a file which does not exist yet. Returns that
    // path: the file may be read there until commit().
    std::filesystem::path write(const std::filesystem::path& name,
                                const std::function<void(const std::filesystem::path&)>& writer);
    void commit();

   private:
    void sync_folders() const;

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    IsOurs is_ours_;
    bool committed_ = false;
};

// What the constructor and commit() would refuse, or could not make, and nothing stays on the disk:
// before a long run, not after it.
void refuse_impossible_folder(const std::filesystem::path& target,
                              const AtomicFolder::IsOurs& is_ours);

}  // namespace zhaimao
