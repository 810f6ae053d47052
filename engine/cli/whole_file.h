// A file that the user named: it appears whole or not at all, and so does its folder.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace zhaimao {

// `write` is given a path beside the file, where nothing stands yet; what stood under the file's
// name stays until the new one is whole. Folders on the way are made. MachineError names the file,
// and why it cannot be written.
void write_whole(const std::filesystem::path& file,
                 const std::function<void(const std::filesystem::path&)>& write);

// For such a writer: throws what the system says.
void write_text(const std::filesystem::path& file, const std::string& text);

}  // namespace zhaimao
