#pragma GCC system_header
#include <vector>
#include <memory>
