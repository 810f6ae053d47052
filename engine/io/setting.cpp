#include "engine/io/setting.h"

#include <memory>
#include <utility>

#include "engine/io/overlay.h"
#include "engine/io/tree.h"
#include "engine/io/yaml_loader.h"

namespace zhaimao {
namespace {

void without_lines(Node& node) {
    node.place.line = 0;
    for (Node& item : node.items) without_lines(item);
    for (Entry& e : node.entries) {
        e.place.line = 0;
        without_lines(e.node);
    }
}

}  // namespace

void apply_setting(Node& tree, const std::string& setting, Diagnostics& diagnostics) {
    const std::string name = "--set " + setting;
    const Place place{std::make_shared<const std::string>(name), 0, 0};
    const std::size_t equals = setting.find('=');
    const std::string path = setting.substr(0, equals);
    if (equals == std::string::npos || equals == 0 || equals + 1 == setting.size())
        return diagnostics.error(place, "", "is not of the form path=value");
    Diagnostics of_value;  // whose lines and columns would be those of an option
    std::optional<Node> value = load_yaml_text(setting.substr(equals + 1), name, of_value);
    for (const Mistake& m : of_value.sorted()) diagnostics.error(place, "", m.message);
    if (!value || of_value.has_errors()) return;
    without_lines(*value);
    Node section;
    section.kind = Node::Kind::map;
    section.place = place;
    section.entries.push_back({path, place, std::move(*value)});
    settle(section, Dotted::none, diagnostics);
    apply_change(tree, section, diagnostics);
}

}  // namespace zhaimao
