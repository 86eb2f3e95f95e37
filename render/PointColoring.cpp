#include "render/PointColoring.h"
