#include "engine/report/document_notes.h"

#include "engine/report/contribution_section.h"
#include "engine/report/sections.h"
#include "engine/report/study_notes.h"

namespace zhaimao {

std::vector<std::string> document_notes(const RunResults& results,
                                        const std::vector<ReportTable>& sections,
                                        const ReportStyle& style) {
    if (results.run.about.study) return study_notes(results, style);
    if (results.run.command == "decompose") return contribution_notes(results, style);
    return notes_of(results.run, sections, style);
}

}  // namespace zhaimao
