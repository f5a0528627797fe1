#include "emit/matrix/report.h"

namespace meldc::emit {

MatrixReport reportOn(const Matrix& matrix, const Matrix* earlier) {
    MatrixReport report;
    report.matrix = &matrix;
    report.order = ranked(matrix);
    report.clusters = clustersOf(matrix);
    if (earlier != nullptr) {
        report.comparison = compared(matrix, *earlier);
    }
    return report;
}

} // namespace meldc::emit
