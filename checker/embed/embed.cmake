# Embeds rules, dictionary data and the page of the HTML report with .incbin (0.05 s for megabytes, where a byte array takes
# seconds). Writes embedded.S with one table: name pointer, data begin, data end, …, null. A file's name is its
# path in the source or in the build tree: rules/…, profiles/…, dictionaries/bn/…, dictionaries/bn.dic,
# checker/report/html/….
file(GLOB_RECURSE embed_rules CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.toml ${PROJECT_SOURCE_DIR}/profiles/*.toml)
file(GLOB embed_data CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/dictionaries/bn/*.txt ${PROJECT_SOURCE_DIR}/dictionaries/bn/*.tsv
  ${PROJECT_SOURCE_DIR}/dictionaries/bn/*.bin ${PROJECT_SOURCE_DIR}/checker/dataset/presets/*.toml
  ${PROJECT_SOURCE_DIR}/dictionaries/bn/lexicon/names_*.tsv
  ${PROJECT_SOURCE_DIR}/dictionaries/bn/lexicon/norms.tsv ${PROJECT_SOURCE_DIR}/dictionaries/bn/lexicon/misspelled.tsv)
file(GLOB embed_pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/checker/report/html/page.*)
set(embed_files ${embed_rules} ${embed_data} ${embed_pages} ${BNLINT_DICTIONARY_FILES})
list(SORT embed_files)

set(asm "")
set(table "")
set(index 0)
foreach(file IN LISTS embed_files)
  cmake_path(IS_PREFIX PROJECT_BINARY_DIR ${file} built)
  if(built)
    file(RELATIVE_PATH name ${PROJECT_BINARY_DIR} ${file})
  else()
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${file})
  endif()
  string(APPEND asm "n${index}: .asciz \"${name}\"\nb${index}: .incbin \"${file}\"\ne${index}: .byte 0\n")
  string(APPEND table ".quad n${index}, b${index}, e${index}\n")
  math(EXPR index "${index} + 1")
endforeach()
set(BNLINT_EMBEDDED ${CMAKE_CURRENT_BINARY_DIR}/embedded.S)
file(CONFIGURE OUTPUT ${BNLINT_EMBEDDED} @ONLY CONTENT
".section .rodata
${asm}
.section .data.rel.ro, \"aw\"
.balign 8
.global bnlint_embedded
bnlint_embedded:
${table}.quad 0
.section .note.GNU-stack, \"\", %progbits
")
set_source_files_properties(${BNLINT_EMBEDDED} PROPERTIES OBJECT_DEPENDS "${embed_files}")
