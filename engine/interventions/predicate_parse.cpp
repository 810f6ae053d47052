#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "engine/core/suggest.h"
#include "engine/core/units.h"
#include "engine/core/utf8.h"
#include "engine/interventions/predicate_names.h"
#include "engine/interventions/predicate_term.h"

namespace zhaimao {
namespace {

using Op = Predicate::Op;
using Field = Predicate::Field;
using Step = Predicate::Step;

template <std::size_t N>
std::optional<std::uint8_t> index_in(std::string_view word,
                                     const std::array<std::string_view, N>& words) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<std::uint8_t>(found - words.begin());
}

// Recursive descent: or < and < not < comparison < term.
class Parser {
   public:
    Parser(std::string_view text, std::span<const std::string> ids, std::string& problem,
           bool any_id)
        : text_(text), ids_(ids), problem_(problem), any_id_(any_id) {}

    std::vector<Step> parse() {
        either(0);
        skip_space();
        if (at_ < text_.size()) fail(unexpected());
        return std::move(steps_);
    }

   private:
    static constexpr int deepest = 64;

    void fail(std::string message) {
        if (problem_.empty()) problem_ = std::move(message);
        at_ = text_.size();
    }

    // What stands where nothing like it can, with what was probably meant.
    std::string unexpected() const {
        const std::string_view rest = text_.substr(at_);
        if (const auto odd = first_look_alike(rest); odd && odd->at == 0)
            return odd->name + " stands here. Write " + odd->plain;
        std::string meant = ". Join conditions with 'and' or 'or'";
        for (const auto& [symbol, word] : {std::pair{"&", "and"}, {"|", "or"}, {"!", "not"}})
            if (rest.starts_with(symbol)) meant = std::string(". Write '") + word + "'";
        if (rest.starts_with(")")) meant = ". No '(' is open: remove it";
        return "'" + std::string(rest) + "' is not expected" + meant;
    }

    static std::string trimmed(std::string_view text) {
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        return std::string(text);
    }

    void skip_space() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    }

    static bool is_word(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.';
    }

    std::string_view peek_word() {
        skip_space();
        std::size_t end = at_;
        while (end < text_.size() && is_word(text_[end])) ++end;
        return text_.substr(at_, end - at_);
    }

    bool accept_word(std::string_view word) {
        if (peek_word() != word) return false;
        at_ += word.size();
        return true;
    }

    bool accept(std::string_view symbol) {
        skip_space();
        if (!text_.substr(at_).starts_with(symbol)) return false;
        at_ += symbol.size();
        return true;
    }

    void push(Op op) { steps_.push_back({op, Field::registered, 0, 0.0F}); }
    void push(Field field, std::uint8_t index = 0) {
        steps_.push_back({Op::field, field, index, 0.0F});
    }
    void push(double value) {
        steps_.push_back({Op::constant, Field::registered, 0, static_cast<float>(value)});
    }

    void either(int depth) {
        both(depth);
        while (accept_word("or")) both(depth), push(Op::either);
    }

    void both(int depth) {
        inverse(depth);
        while (accept_word("and")) inverse(depth), push(Op::both);
    }

    void inverse(int depth) {
        if (depth > deepest) return fail("too many parentheses");
        if (accept_word("not")) {
            inverse(depth + 1);
            return push(Op::negate);
        }
        comparison(depth);
    }

    void comparison(int depth) {
        const PredicateTerm left = term(depth);
        constexpr std::array<std::pair<std::string_view, Op>, 6> operators{{{"<=", Op::at_most},
                                                                            {">=", Op::at_least},
                                                                            {"==", Op::equal},
                                                                            {"!=", Op::unequal},
                                                                            {"<", Op::less},
                                                                            {">", Op::more}}};
        for (const auto& [symbol, op] : operators) {
            if (!accept(symbol)) continue;
            const PredicateTerm right = term(depth);
            refuse(wrong_pair(left, right, op));
            refuse(wrong_unit(left, right));
            refuse(wrong_unit(right, left));
            return push(op);
        }
        if (accept("=")) return fail("'=' is not a comparison. Write '=='");
        refuse(wrong_alone(left));
    }

    void refuse(std::string problem) {
        if (!problem.empty()) fail(std::move(problem));
    }

    PredicateTerm term(int depth) {
        if (accept("(")) {
            if (depth > deepest) return fail("too many parentheses"), PredicateTerm{};
            either(depth + 1);
            if (!accept(")")) fail("a '(' is not closed. Add ')'");
            return PredicateTerm{};
        }
        const std::string_view word = peek_word();
        if (word.empty()) {
            fail(at_ < text_.size() ? unexpected()
                                    : "ends where a condition is expected (after 'and', 'or', "
                                      "'not' or a comparison). Complete it");
            return PredicateTerm{};
        }
        if (std::isdigit(static_cast<unsigned char>(word.front()))) {
            const std::size_t begin = at_;
            const Quantity found = number();
            return {TermKind::number, std::nullopt, found,
                    trimmed(text_.substr(begin, at_ - begin))};
        }
        at_ += word.size();
        if (const auto d = index_in(word, designation_words)) {
            push(static_cast<double>(*d));
            return {TermKind::designation_word, std::nullopt, {}, std::string(word)};
        }
        name(word);
        return steps_.empty() ? PredicateTerm{} : term_of(steps_.back(), word);
    }

    // A number with its unit: everything up to the next word of the grammar.
    Quantity number() {
        constexpr std::array<std::string_view, 2> ends{"and", "or"};
        const std::size_t begin = at_;
        std::size_t end = at_;
        while (at_ < text_.size()) {
            skip_space();
            const std::string_view word = peek_word();
            if (std::find(ends.begin(), ends.end(), word) != ends.end()) break;
            if (at_ < text_.size() &&
                std::string_view("()<>=!").find(text_[at_]) != std::string_view::npos)
                break;
            at_ += std::max<std::size_t>(word.size(), at_ < text_.size() ? 1 : 0);
            end = std::min(at_, text_.size());
        }
        const ParsedQuantity parsed = parse_quantity(text_.substr(begin, end - begin));
        if (!parsed.problem.empty()) fail(parsed.problem);
        push(parsed.quantity.value);
        return parsed.quantity;
    }

    void name(std::string_view word) {
        for (const NamedField& f : plain_fields)
            if (word == f.name) return push(f.field);
        if (word == everybody) return push(1.0);
        const std::size_t dot = word.find('.');
        const std::string_view head = word.substr(0, dot);
        const std::string_view tail =
            dot == std::string_view::npos ? std::string_view{} : word.substr(dot + 1);
        if (head == "students")
            if (const auto s = index_in(tail, stage_ids)) return push(Field::stage, *s);
        if (head == "unmet")
            if (const auto g = index_in(tail, guarantee_ids)) return push(Field::unmet, *g);
        if (head == "enrolled" && any_id_ && !tail.empty()) return push(Field::enrolled);
        if (head == "enrolled")
            if (const auto id = std::find(ids_.begin(), ids_.end(), tail); id != ids_.end())
                return push(Field::enrolled, static_cast<std::uint8_t>(id - ids_.begin()));
        fail("unknown name '" + std::string(word) + "'" + hint(word));
    }

    std::string hint(std::string_view word) {
        std::vector<std::string> known = known_names();
        for (const std::string& id : ids_) known.push_back("enrolled." + id);
        const std::string closest = suggest(word, known);
        return closest.empty() ? "" : "; did you mean '" + closest + "'?";
    }

    std::string_view text_;
    std::span<const std::string> ids_;
    std::string& problem_;
    bool any_id_;
    std::size_t at_ = 0;
    std::vector<Step> steps_;
};

}  // namespace

Predicate Predicate::parse(std::string_view text, std::span<const std::string> ids,
                           std::string& problem, bool any_id) {
    Predicate predicate;
    predicate.steps_ = Parser(text, ids, problem, any_id).parse();
    if (!problem.empty()) predicate.steps_ = {{Op::constant, Field::registered, 0, 0.0F}};
    predicate.needs_register_ = predicate.fails_off_register();
    return predicate;
}

}  // namespace zhaimao
