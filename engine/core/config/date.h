// Calendar dates as ISO 8601 writes them, "2016-01-31": their texts sort as the days do.
#pragma once

#include <string_view>

namespace zhaimao {

[[nodiscard]] bool is_iso_date(std::string_view text);

}  // namespace zhaimao
