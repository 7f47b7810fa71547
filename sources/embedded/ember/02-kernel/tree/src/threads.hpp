// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace ember {

// for_rows calls work(first, last) so that together the calls cover [0, rows)
// once. EMBER_THREADS (1 unless set, at most 64) says how many of them run at a
// time. No row's result may depend on another's.
void for_rows(int rows, const std::function<void(int, int)>& work);

}  // namespace ember
