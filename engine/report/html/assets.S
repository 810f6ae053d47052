// The files that every HTML report carries, as bytes in the program; assets.h names them.

    .macro asset name
    .global zhaimao_\name
zhaimao_\name:
    .endm

    .section .rodata
asset page_html
    .incbin "engine/report/html/page.html"
asset page_html_end
asset page_css
    .incbin "engine/report/html/page.css"
asset page_css_end
asset page_js
    .incbin "engine/report/html/page.js"
    .incbin "engine/report/html/tables.js"
    .incbin "engine/report/html/charts.js"
    .incbin "engine/report/html/save.js"
    .incbin "engine/report/html/panels.js"
    .incbin "engine/report/html/bars.js"
    .incbin "engine/report/html/columns.js"
    .incbin "engine/report/html/flows.js"
    .incbin "engine/report/html/waterfall.js"
asset page_js_end
asset echarts_js
    .incbin "engine/report/html/vendor/echarts.min.js"
asset echarts_js_end

    .section .note.GNU-stack, "", @progbits
