#include "engine/report/value_label.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/core/units.h"

namespace zhaimao {
namespace {

struct ShapeWord {
    std::string_view id, zh;
};
constexpr std::array shapes{
    ShapeWord{"normal", "正态分布"},  ShapeWord{"lognormal", "对数正态分布"},
    ShapeWord{"uniform", "均匀分布"}, ShapeWord{"triangular", "三角分布"},
    ShapeWord{"beta", "贝塔分布"},    ShapeWord{"choice", "等概率取"}};

// 94490 is "94,490".
std::string grouped(double value) {
    std::string text = fmt::format("{:.12g}", value);
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = std::min(text.find_first_of(".e"), text.size());
    for (std::size_t at = whole; at > first + 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

std::string number_label(std::string_view written, const std::string& unit) {
    const ParsedQuantity parsed = parse_quantity(written);
    const Quantity& q = parsed.quantity;
    if (!parsed.problem.empty() || q.bare || q.dimension == unit::number ||
        q.dimension.text() != unit)
        return std::string(written);
    return grouped(q.value) + (q.price_year == 0 ? "" : fmt::format(" @{}", q.price_year));
}

struct WrittenDistribution {
    std::string_view shape;
    std::vector<std::string_view> parameters;
};

// "{uniform: [1, 2]}"; nothing where it is no distribution.
std::optional<WrittenDistribution> distribution_in(std::string_view text) {
    const std::size_t colon = text.find(": [");
    if (!text.starts_with('{') || !text.ends_with("]}") || colon == std::string_view::npos)
        return std::nullopt;
    WrittenDistribution found{text.substr(1, colon - 1), {}};
    std::string_view rest = text.substr(colon + 3, text.size() - colon - 5);
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = rest.find(", ");
        found.parameters.push_back(rest.substr(0, end));
        if (end != std::string_view::npos) rest.remove_prefix(end + 2);
    }
    return found;
}

std::string shape_label(std::string_view id, Language language) {
    const auto known = std::find_if(shapes.begin(), shapes.end(),
                                    [id](const ShapeWord& shape) { return shape.id == id; });
    const bool translated = language == Language::zh && known != shapes.end();
    return std::string(translated ? known->zh : id);
}

}  // namespace

std::string value_label(const std::string& written, const std::string& unit, Language language) {
    const std::optional<WrittenDistribution> distribution = distribution_in(written);
    if (!distribution) return number_label(written, unit);
    std::string label = shape_label(distribution->shape, language);
    std::string_view before = " ";
    for (const std::string_view parameter : distribution->parameters) {
        label += std::string(before) + number_label(parameter, unit);
        before = language == Language::zh ? "；" : "; ";
    }
    return label;
}

}  // namespace zhaimao
