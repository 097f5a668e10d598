package org.iltlib.learning;

/**
 * Data on an adult that may serve one purpose only. What grows a person extends {@link Growth}, what judges one takes
 * {@link Evaluation}; the two have no subtype in common, so the compiler keeps them apart.
 */
public sealed interface PurposeLimited permits PurposeLimited.Growth, PurposeLimited.Evaluation {

    /** The purpose. */
    AdultPurpose purpose();

    /** Whether it may be read for that purpose; only for its own. */
    default boolean allows(AdultPurpose reader) {
        return reader == purpose();
    }

    /** Data that help a person grow. */
    non-sealed interface Growth extends PurposeLimited {
        /** Always growth. */
        @Override
        default AdultPurpose purpose() {
            return AdultPurpose.GROWTH;
        }
    }

    /** Data that may be used to judge a person's work. A type cannot be this and growth too. */
    non-sealed interface Evaluation extends PurposeLimited {
        /** Always evaluation. */
        @Override
        default AdultPurpose purpose() {
            return AdultPurpose.EVALUATION;
        }
    }
}
