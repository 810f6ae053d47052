#include "engine/report/html/strip_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"
#include "engine/report/section_words.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

// Pixels, as save.js frames charts.
constexpr double side = 14.0, width = 960.0, head = 34.0, row_height = 24.0, foot = 8.0;
constexpr double chance_width = 110.0, most_name_width = 240.0, gap = 2.0;
constexpr double key_width = 52.0, line_height = 18.0;
constexpr double size = 13.0, small = 11.0;
constexpr double column_width = 7.0;  // of a Latin letter at `size`; a Chinese one takes two
constexpr std::size_t note_columns = 150, source_columns = 165;
constexpr std::string_view ink = "#1b2430", soft = "#56616f", blue = "#1f4e79";
constexpr std::string_view fonts =
    "Noto Sans, Segoe UI, Helvetica Neue, Arial, Noto Sans CJK SC, Source Han Sans SC, PingFang "
    "SC, Microsoft YaHei, sans-serif";

struct Pen {
    double size = small;
    std::string_view colour = ink;
    std::string_view anchor = "start";
    int weight = 400;
};

std::string text_at(double x, double y, const std::string& text, const Pen& pen) {
    return fmt::format(
        "<text x=\"{:g}\" y=\"{:g}\" font-size=\"{:g}\" fill=\"{}\" text-anchor=\"{}\" "
        "font-weight=\"{}\">{}</text>\n",
        x, y, pen.size, pen.colour, pen.anchor, pen.weight, escape_html(text));
}

std::string box(double x, double y, double w, double h, std::string_view look) {
    return fmt::format("<rect x=\"{:g}\" y=\"{:g}\" width=\"{:g}\" height=\"{:g}\" {}/>\n", x, y, w,
                       h, look);
}

std::string filled_with(std::size_t step) {
    return fmt::format("fill=\"{}\"", strip_colours[step].ground);
}

std::vector<std::string> lines_of(const std::string& text, std::size_t columns) {
    std::istringstream whole(wrapped(text, columns));
    std::vector<std::string> lines;
    for (std::string line; std::getline(whole, line);) lines.push_back(line);
    return lines;
}

// Whole characters, as many as fit.
std::string cut(const std::string& text, double room) {
    if (static_cast<double>(display_width(text)) * column_width <= room) return text;
    std::string kept;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t next = i + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80)
            ++next;
        const std::string longer = kept + text.substr(i, next - i);
        if (static_cast<double>(display_width(longer) + 1) * column_width > room) break;
        kept = longer;
        i = next;
    }
    return kept + "\u2026";
}

class Drawing {
   public:
    Drawing(const Strip& strip, const std::string& citation, const ReportStyle& style)
        : strip_(strip), citation_(citation), style_(style), words_(html_words(style.language)) {
        double widest = 0.0;
        for (const std::vector<StripRow>* rows : {&strip.counties, &strip.city})
            for (const StripRow& row : *rows)
                widest = std::max(widest, static_cast<double>(display_width(row.name)));
        const double county =
            static_cast<double>(display_width(section_words(style.language).county));
        name_width_ =
            std::min(std::max(widest, county) * column_width + column_width, most_name_width);
        cell_width_ =
            (width - name_width_ - chance_width) / static_cast<double>(strip.years.size());
    }

    [[nodiscard]] std::string svg() {
        std::string drawn =
            text_at(side, 22.0, std::string(words_.strip), {16.0, blue, "start", 600}) + heads();
        std::string frames;  // over their neighbours
        for (const StripRow& row : strip_.counties) drawn += row_of(row, 400, frames);
        for (const StripRow& row : strip_.city) drawn += row_of(row, 600, frames);
        drawn += frames + legend();
        for (const std::string& line : lines_of(citation_, source_columns))
            drawn += text_line(line, {10.0, soft});
        const double height = y_ + foot;
        const double whole = width + 2.0 * side;
        return fmt::format(
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:g}\" height=\"{1:g}\" "
                   "viewBox=\"0 0 {0:g} {1:g}\" font-family=\"{2}\">\n<title>{3}</title>\n",
                   whole, height, fonts, escape_html(words_.strip)) +
               box(0.0, 0.0, whole, height, "fill=\"#ffffff\"") + drawn + "</svg>\n";
    }

   private:
    [[nodiscard]] double left_of(std::size_t year) const {
        return side + name_width_ + cell_width_ * static_cast<double>(year);
    }
    [[nodiscard]] static double base(double y) { return y + row_height / 2.0 + size * 0.36; }

    [[nodiscard]] std::string heads() {
        const SectionWords& words = section_words(style_.language);
        const Pen centred{size, ink, "middle", 600};
        std::string out =
            text_at(side, base(y_), std::string(words.county), {size, ink, "start", 600});
        for (std::size_t i = 0; i < strip_.years.size(); ++i)
            out += text_at(left_of(i) + cell_width_ / 2.0, base(y_),
                           std::to_string(strip_.years[i]), centred);
        out += text_at(side + width - chance_width / 2.0, base(y_), std::string(words.p_on_time),
                       centred);
        y_ += row_height;
        return out;
    }

    [[nodiscard]] std::string row_of(const StripRow& row, int weight, std::string& frames) {
        std::string out = text_at(side, base(y_), cut(row.name, name_width_ - column_width),
                                  {size, ink, "start", weight});
        for (std::size_t i = 0; i < row.cells.size(); ++i) out += cell(row.cells[i], i, weight);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (row.cells[i].due)
                frames +=
                    box(left_of(i) + gap, y_ + gap, cell_width_ - 2.0 * gap, row_height - 2.0 * gap,
                        fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"{:g}\"", ink, gap));
        if (!row.chance.empty())
            out += text_at(side + width - chance_width / 2.0, base(y_), row.chance,
                           {size, ink, "middle", 600});
        y_ += row_height;
        return out;
    }

    [[nodiscard]] std::string cell(const StripCell& cell, std::size_t year, int weight) const {
        const double left = left_of(year);
        std::string out;
        if (cell.known)
            out += box(left + gap / 2.0, y_ + gap / 2.0, cell_width_ - gap, row_height - gap,
                       filled_with(cell.step));
        const std::string_view colour = cell.known ? strip_colours[cell.step].ink : ink;
        out += text_at(left + cell_width_ / 2.0, base(y_), cell.text,
                       {size, colour, "middle", weight});
        if (cell.met)
            out +=
                text_at(left + cell_width_ - 6.0, base(y_), "\u2713", {size, colour, "end", 700});
        return out;
    }

    [[nodiscard]] std::string legend() {
        y_ += row_height / 3.0;
        std::string out;
        for (std::size_t i = 0; i <= strip_steps.size(); ++i) {
            const double left = side + key_width * static_cast<double>(i);
            out += box(left, y_, key_width - 4.0, row_height - 6.0, filled_with(i)) +
                   text_at(left + key_width / 2.0 - 2.0, y_ + 13.0, strip_key(i),
                           {small, strip_colours[i].ink, "middle"});
        }
        y_ += row_height;
        for (const std::string& note : strip_notes(strip_, style_))
            for (const std::string& line : lines_of(note, note_columns))
                out += text_line(line, {small, soft});
        return out;
    }

    [[nodiscard]] std::string text_line(const std::string& line, const Pen& pen) {
        y_ += line_height;
        return text_at(side, y_ - line_height / 3.0, line, pen);
    }

    const Strip& strip_;
    const std::string& citation_;
    const ReportStyle& style_;
    const HtmlWords& words_;
    double name_width_ = 0.0, cell_width_ = 0.0;
    double y_ = head;
};

}  // namespace

std::string strip_svg(const Strip& strip, const std::string& citation, const ReportStyle& style) {
    if (strip.years.empty()) return "";
    return Drawing(strip, citation, style).svg();
}

}  // namespace zhaimao
