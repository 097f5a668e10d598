package org.iltlib.learning;

/**
 * Data on an adult that may serve one purpose only: what grows a person is {@link Growth}, what judges one is
 * {@link Evaluative}. The second is sealed, so that nothing can be both, no program can make one from the other, and
 * {@link StaffEvaluation} takes the second kind only. Growth is open: whoever adds a sort of data on growth gets the
 * same wall.
 */
public sealed interface PurposeLimited permits PurposeLimited.Growth, PurposeLimited.Evaluative {

    /** The purpose. */
    AdultPurpose purpose();

    /** Whether it may be read for that purpose; only for its own. */
    default boolean allows(AdultPurpose reader) {
        return reader == purpose();
    }

    /** Data that help a person grow. No class can implement it and {@link Evaluative} as well. */
    non-sealed interface Growth extends PurposeLimited {
        /** Always growth. */
        @Override
        default AdultPurpose purpose() {
            return AdultPurpose.GROWTH;
        }
    }

    /** Data that may be used to judge a person's work: these two sorts and no other. */
    sealed interface Evaluative extends PurposeLimited permits FormalObservation, StaffEvaluation {
        /** Always evaluation. */
        @Override
        default AdultPurpose purpose() {
            return AdultPurpose.EVALUATION;
        }
    }
}
