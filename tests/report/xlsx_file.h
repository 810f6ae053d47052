// A workbook read back, as far as tests need it: cells by sheet and name.
#pragma once

#include <minizip/unzip.h>

#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <string>
#include <vector>

class XlsxFile {
   public:
    explicit XlsxFile(const std::string& file) : zip_(unzOpen(file.c_str())) {
        REQUIRE(zip_ != nullptr);
        take_shared_strings();
        const std::string workbook = part("xl/workbook.xml");
        const std::regex sheet("<sheet name=\"([^\"]*)\"");
        for (std::sregex_iterator i(workbook.begin(), workbook.end(), sheet), end; i != end; ++i)
            names_.push_back(unescaped((*i)[1]));
        for (std::size_t i = 0; i < names_.size(); ++i)
            take_cells(names_[i], part("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml"));
    }
    XlsxFile(const XlsxFile&) = delete;
    XlsxFile& operator=(const XlsxFile&) = delete;
    ~XlsxFile() { unzClose(zip_); }

    struct Cell {
        std::string value;    // as the file has it: digits, or the text
        std::string formula;  // empty: none
        bool is_text = false;
    };

    [[nodiscard]] const std::vector<std::string>& sheets() const { return names_; }
    // By name: "B4". An empty one where there is none.
    [[nodiscard]] Cell cell(const std::string& sheet, const std::string& name) const {
        const auto of_sheet = cells_.find(sheet);
        REQUIRE(of_sheet != cells_.end());
        const auto found = of_sheet->second.find(name);
        return found == of_sheet->second.end() ? Cell{} : found->second;
    }
    [[nodiscard]] const std::map<std::string, Cell>& cells(const std::string& sheet) const {
        return cells_.at(sheet);
    }
    [[nodiscard]] bool has_part(const std::string& name) const {
        return unzLocateFile(zip_, name.c_str(), 1) == UNZ_OK;
    }
    [[nodiscard]] std::string part(const std::string& name) const {
        INFO(name);
        REQUIRE(has_part(name));
        REQUIRE(unzOpenCurrentFile(zip_) == UNZ_OK);
        std::string text;
        char buffer[65536];
        int n = 0;
        while ((n = unzReadCurrentFile(zip_, buffer, sizeof buffer)) > 0)
            text.append(buffer, static_cast<std::size_t>(n));
        unzCloseCurrentFile(zip_);
        REQUIRE(n == 0);
        return text;
    }

   private:
    static std::string unescaped(std::string text) {
        for (const auto& [entity, character] :
             {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
            for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
                text.replace(at, std::string(entity).size(), character);
        return text;
    }

    static std::string between(const std::string& text, const std::string& open,
                               const std::string& close) {
        const std::size_t begin = text.find(open);
        if (begin == std::string::npos) return "";
        const std::size_t from = text.find('>', begin) + 1;
        return text.substr(from, text.find(close, from) - from);
    }

    // Calls visit with every element <name ...>...</name>.
    template <class Visit>
    static void for_each(const std::string& xml, const std::string& name, const Visit& visit) {
        const std::string close = "</" + name + ">";
        for (std::size_t at = 0; (at = xml.find("<" + name + " ", at)) != std::string::npos;) {
            const std::size_t head = xml.find('>', at);
            const std::size_t end = xml[head - 1] == '/' ? head + 1 : xml.find(close, at);
            visit(xml.substr(at, end - at));
            at = end;
        }
    }

    void take_shared_strings() {
        if (!has_part("xl/sharedStrings.xml")) return;
        const std::string xml = part("xl/sharedStrings.xml");
        for (std::size_t at = 0; (at = xml.find("<si>", at)) != std::string::npos; ++at)
            strings_.push_back(
                unescaped(between(xml.substr(at, xml.find("</si>", at) - at), "<t", "</t>")));
    }

    void take_cells(const std::string& sheet, const std::string& xml) {
        std::map<std::string, Cell>& cells = cells_[sheet];
        for_each(xml, "c", [&](const std::string& c) {
            const std::size_t name = c.find("r=\"") + 3;
            Cell cell;
            cell.value = between(c, "<v", "</v>");
            cell.formula = unescaped(between(c, "<f", "</f>"));
            cell.is_text = c.find(" t=\"s\"") != std::string::npos;
            if (cell.is_text) cell.value = strings_.at(std::stoul(cell.value));
            cells[c.substr(name, c.find('"', name) - name)] = cell;
        });
    }

    unzFile zip_;
    std::vector<std::string> strings_, names_;
    std::map<std::string, std::map<std::string, Cell>> cells_;
};
