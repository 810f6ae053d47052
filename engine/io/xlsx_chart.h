// Charts of a workbook, in the library's terms.
#pragma once

#include <xlsxwriter.h>

#include "engine/io/xlsx.h"

namespace zhaimao {

void insert_chart(lxw_workbook* book, lxw_worksheet* sheet, const SheetChart& chart);

}  // namespace zhaimao
