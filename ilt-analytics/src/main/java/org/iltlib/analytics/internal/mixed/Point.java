package org.iltlib.analytics.internal.mixed;

/**
 * The fit at one θ.
 *
 * @param theta the free places of Λ
 * @param criterion minus twice the logarithm of the (restricted) likelihood, σ² profiled out unless it was given
 * @param beta the coefficients about the centres
 * @param rootInverse upper triangle C by rows with C·C′ = (X′V⁻¹X)⁻¹ and V in units of σ²
 * @param residual the penalised residual sum of squares
 * @param spherical u of b = Λu, by factor, level and column
 * @param fixed the solutions for the fixed columns times C, by factor: level, column of Z, column of X
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Point(
        double[] theta,
        double criterion,
        double[] beta,
        double[][] rootInverse,
        double residual,
        double[][] spherical,
        double[][] fixed) {}
