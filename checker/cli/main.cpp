#include "cli/cli.h"

int main(int argc, char** argv) { return bnlint::RunCommandLine(argc, argv); }
