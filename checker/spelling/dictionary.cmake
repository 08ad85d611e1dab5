# bnlint's own dictionary, made in the build: lexicon and morphology become bn.aff and bn.dic
# (dictionaries/build_dictionary.py), and these with the frequency list the table of verdicts
# (spelling/make_verdicts.cpp). Sets BNLINT_DICTIONARY_FILES, all to be embedded.
find_package(Python3 3.10 REQUIRED COMPONENTS Interpreter)

set(dictionary_source ${PROJECT_SOURCE_DIR}/dictionaries)
set(dictionary_dir ${PROJECT_BINARY_DIR}/dictionaries)
file(GLOB dictionary_inputs CONFIGURE_DEPENDS
  ${dictionary_source}/*.py ${dictionary_source}/bn/lexicon/* ${dictionary_source}/bn/morphology/*)
add_custom_command(
  OUTPUT ${dictionary_dir}/bn.aff ${dictionary_dir}/bn.dic
  COMMAND ${Python3_EXECUTABLE} -B ${dictionary_source}/build_dictionary.py ${dictionary_dir}
  DEPENDS ${dictionary_inputs} COMMENT "Building the Bengali dictionary" VERBATIM)

# What the linter and the program of the build share.
set(dictionary_code base/atomic_file.cpp base/read_file.cpp spelling/dictionary.cpp spelling/fold.cpp
  spelling/packed_word.cpp spelling/verdict_table.cpp text/char_class.cpp)
list(TRANSFORM dictionary_code PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
add_library(bnlint_dictionary OBJECT ${dictionary_code})
target_include_directories(bnlint_dictionary PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bnlint_dictionary
  PUBLIC bnlint_options tl::expected Threads::Threads PkgConfig::icu PkgConfig::hunspell)

add_executable(make_verdicts spelling/make_verdicts.cpp)
target_link_libraries(make_verdicts PRIVATE bnlint_dictionary)
set(frequencies ${dictionary_source}/bn/frequency.tsv)
add_custom_command(
  OUTPUT ${dictionary_dir}/verdicts.bin
  COMMAND make_verdicts ${dictionary_dir}/bn.dic ${frequencies} ${dictionary_dir}/verdicts.bin
  DEPENDS ${dictionary_dir}/bn.aff ${dictionary_dir}/bn.dic ${frequencies}
  COMMENT "Asking the dictionary for every frequent form" VERBATIM)

# The akshara model of the OCR room, from the same forms.
add_executable(make_akshara_model ocr/make_akshara_model.cpp ocr/akshara_model.cpp text/akshara.cpp
  $<TARGET_OBJECTS:bnlint_dictionary>)
target_link_libraries(make_akshara_model PRIVATE bnlint_dictionary)
add_custom_command(
  OUTPUT ${dictionary_dir}/akshara-model.bin
  COMMAND make_akshara_model ${frequencies} ${dictionary_dir}/verdicts.bin ${dictionary_dir}/akshara-model.bin
  DEPENDS ${frequencies} ${dictionary_dir}/verdicts.bin
  COMMENT "Counting aksharas" VERBATIM)

set(BNLINT_DICTIONARY_FILES ${dictionary_dir}/bn.aff ${dictionary_dir}/bn.dic ${dictionary_dir}/verdicts.bin
  ${dictionary_dir}/akshara-model.bin)
