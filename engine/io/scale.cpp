#include "engine/io/scale.h"

#include <algorithm>
#include <optional>

#include "engine/core/config/distribution.h"
#include "engine/core/config/ledger.h"
#include "engine/core/config/path.h"
#include "engine/core/quantity_text.h"
#include "engine/io/tree.h"

namespace zhaimao {
namespace {

class Scaler {
   public:
    Scaler(const Node& scaling, Diagnostics& diagnostics)
        : scaling_(&scaling), diagnostics_(&diagnostics) {}

    // Whether the operand is usable.
    bool read_operand(const std::string& path) {
        const Entry& said = scaling_->entries.front();
        is_product_ = said.key == "times";
        written_ = said.node.text;
        operand_ = read_quantity_text(said.node.text);
        const bool number = said.node.is_scalar() && !said.node.quoted && operand_.problem.empty();
        const bool plain = operand_.meaning.dimension == unit::number;
        if (number && (!is_product_ || plain)) return true;
        diagnostics_->error(said.node.place, path,
                            is_product_
                                ? "times needs a plain number, such as 0.5 or 50 %"
                                : "plus needs a number with the unit of what it is added to");
        return false;
    }

    void scale(Node& target, const std::string& path, bool in_block) {
        if (is_distribution(target)) return scale_distribution(target, path);
        for (std::size_t i = 0; i < target.items.size(); ++i)
            scale(target.items[i], join_path(path, std::to_string(i + 1)), in_block);
        const bool below_is_block = in_block || is_block(target);
        for (Entry& e : target.entries) scale(e.node, join_path(path, e.key), below_is_block);
        if (target.is_scalar()) scale_scalar(target, path, in_block);
    }

   private:
    void error(const std::string& path, std::string message) {
        diagnostics_->error(scaling_->place, path, std::move(message));
    }

    void scale_scalar(Node& target, const std::string& path, bool in_block) {
        if (!target.quantity) {
            if (!in_block)
                error(path, "'" + target.text + "' is not a number (it cannot be scaled)");
        } else if (in_block && target.quantity->bare) {
            error(path, target.text +
                            " has no unit (it may be a year or a code). Scale one value, not the "
                            "whole block");
        } else {
            apply(target, path);
        }
    }

    void scale_distribution(Node& target, const std::string& path) {
        const std::string& shape = target.entries.front().key;
        std::vector<Node>& parameters = target.entries.front().node.items;
        if (is_product_ && (operand_.number.negative || operand_.number.is_zero()))
            return error(path, "a distribution can be multiplied by a factor above 0 only");
        if (!is_product_ && shape == "lognormal")
            return error(path, "a lognormal cannot be shifted. Use times");
        const std::size_t moved =
            shape == "normal" && !is_product_ ? 1 : parameters_with_unit(shape);
        for (std::size_t i = 0; i < std::min(moved, parameters.size()); ++i)
            apply(parameters[i], path);
        mark(target);
    }

    void apply(Node& scalar, const std::string& path) {
        const QuantityText q = read_quantity_text(scalar.text);
        if (!q.problem.empty()) return;  // reported when it is read
        const int powers = operand_.meaning.powers_of_ten;
        const bool same_kind = q.meaning.dimension == operand_.meaning.dimension &&
                               q.meaning.months == operand_.meaning.months &&
                               q.meaning.price_year == operand_.meaning.price_year &&
                               q.meaning.bare == operand_.meaning.bare;
        if (!is_product_ && !same_kind)
            return error(path, "'" + written_ + "' cannot be added to '" + scalar.text +
                                   "'. Give it the same unit");
        const Decimal number =
            is_product_ ? q.number * operand_.number.shifted(powers)
                        : q.number + operand_.number.shifted(powers - q.meaning.powers_of_ten);
        scalar.set_text(number.text() + (q.unit.empty() ? "" : " " + q.unit));
        mark(scalar);
    }

    void mark(Node& scaled) const {
        scaled.place = scaling_->place;
        scaled.source =
            scaling_->source.empty() ? std::string(assumption_source) : scaling_->source;
    }

    const Node* scaling_;
    Diagnostics* diagnostics_;
    bool is_product_ = true;
    std::string written_;
    QuantityText operand_;
};

}  // namespace

bool is_scaling(const Node& node) {
    return node.is_map() && node.entries.size() == 1 &&
           (node.entries.front().key == "times" || node.entries.front().key == "plus");
}

void scale(Node& target, const Node& scaling, const std::string& path, Diagnostics& diagnostics) {
    Scaler scaler(scaling, diagnostics);
    if (scaler.read_operand(path)) scaler.scale(target, path, false);
}

}  // namespace zhaimao
