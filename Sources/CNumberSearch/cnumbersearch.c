#include "cnumbersearch.h"
