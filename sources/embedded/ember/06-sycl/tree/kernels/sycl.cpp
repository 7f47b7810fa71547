// SPDX-License-Identifier: Apache-2.0
#include <sycl/sycl.hpp>

#include <algorithm>
#include <new>

#include "kernel.hpp"

namespace ember {
namespace {

// A work-group makes 16 rows at once, so that activations are read once for all
// of them. Two lanes share each block of 32 weights and take half its bytes each.
constexpr int group_rows = 16;
constexpr int lanes_per_block = 2;
constexpr int lane_bytes = block_size / 2 / lanes_per_block;

// Products are one lane's integer sums, one for each row.
struct Products {
    int row[group_rows];
};

sycl::queue& queue() {
    static sycl::queue queue{sycl::property::queue::in_order{}};
    return queue;
}

// Buffer is memory that host and device share.
template <typename T>
class Buffer {
public:
    explicit Buffer(std::size_t size)
        : queue_(queue()), data_(sycl::malloc_shared<T>(size, queue_)) {
        if (!data_) throw std::bad_alloc();
    }
    Buffer(const Buffer&) = delete;
    ~Buffer() { sycl::free(data_, queue_); }

    T* data() const { return data_; }

private:
    sycl::queue queue_;  // which lives as long as its memory
    T* data_;
};

struct DeviceMatrix {
    explicit DeviceMatrix(const Matrix& matrix)
        : halves(matrix.halves.size()), scales(matrix.scales.size()) {
        std::copy(matrix.halves.begin(), matrix.halves.end(), halves.data());
        std::copy(matrix.scales.begin(), matrix.scales.end(), scales.data());
    }
    Buffer<std::uint8_t> halves;
    Buffer<float> scales;
};

// Vectors is what changes from call to call; it grows and is never freed before the end.
struct Vectors {
    explicit Vectors(std::size_t size) : size(size), values(size), scales(size), out(size) {}
    std::size_t size;
    Buffer<std::int8_t> values;
    Buffer<float> scales;
    Buffer<float> out;
};

Vectors& vectors(std::size_t size) {
    static std::unique_ptr<Vectors> kept;
    if (!kept || kept->size < size) kept = std::make_unique<Vectors>(size);
    return *kept;
}

}  // namespace

void multiply(const Matrix& matrix, const Activations& x, std::span<float> out) {
    if (!matrix.device) matrix.device = std::make_shared<DeviceMatrix>(matrix);
    const auto& device = *static_cast<const DeviceMatrix*>(matrix.device.get());
    Vectors& shared = vectors(std::max(matrix.rows, matrix.columns));
    std::copy(x.values.begin(), x.values.end(), shared.values.data());
    std::copy(x.scales.begin(), x.scales.end(), shared.scales.data());

    const std::size_t rows = matrix.rows;
    const std::size_t blocks = matrix.blocks();
    const std::size_t lanes = std::max<std::size_t>(blocks * lanes_per_block, group_rows);
    const std::size_t groups = (rows + group_rows - 1) / group_rows;
    const std::uint8_t* halves = device.halves.data();
    const float* weight_scales = device.scales.data();
    const std::int8_t* values = shared.values.data();
    const float* scales = shared.scales.data();
    float* result = shared.out.data();

    queue().submit([&](sycl::handler& handler) {
        sycl::local_accessor<float, 1> parts(blocks * group_rows, handler);
        handler.parallel_for(sycl::nd_range<1>(groups * lanes, lanes), [=](sycl::nd_item<1> item) {
            const std::size_t first = item.get_group(0) * group_rows;
            const std::size_t count = sycl::min<std::size_t>(rows - first, group_rows);
            const std::size_t lane = item.get_local_id(0);
            const std::size_t block = lane / lanes_per_block;
            const std::size_t offset = lane % lanes_per_block * lane_bytes;
            const bool busy = block < blocks;

            Products own{};
            for (std::size_t i = 0; busy && i < count; i++) {
                const std::uint8_t* from =
                    halves + ((first + i) * blocks + block) * (block_size / 2) + offset;
                const std::int8_t* by = values + block * block_size + offset;
                for (int k = 0; k < lane_bytes; k++) {
                    own.row[i] += ((from[k] & 0x0f) - 8) * by[k];
                    own.row[i] += ((from[k] >> 4) - 8) * by[k + block_size / 2];
                }
            }
            // Integers: any order of this sum is exact.
            const Products others = sycl::permute_group_by_xor(item.get_sub_group(), own, 1);
            if (busy && offset == 0) {
                for (std::size_t i = 0; i < count; i++) {
                    parts[block * group_rows + i] =
                        weight_scales[(first + i) * blocks + block] * scales[block] *
                        static_cast<float>(own.row[i] + others.row[i]);
                }
            }
            sycl::group_barrier(item.get_group());
            // Floats: block by block, as kernel.hpp says.
            if (lane < count) {
                float sum = 0;
                for (std::size_t i = 0; i < blocks; i++) sum += parts[i * group_rows + lane];
                result[first + lane] = sum;
            }
        });
    });
    queue().wait_and_throw();
    std::copy(result, result + matrix.rows, out.begin());
}

std::string kernel_name() {
    return "sycl (" + queue().get_device().get_info<sycl::info::device::name>() + ")";
}

}  // namespace ember
