package org.iltlib.base;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.iltlib.form.FamilyForm;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A value that was asked for: reported, suppressed or missing, the last two with the reason. A caller cannot reach the
 * value without meeting the other cases, so a withheld number is never taken for zero.
 *
 * @param <T> the type of value
 */
public sealed interface Measured<T> {

    /**
     * A value that may be shown.
     *
     * @param get the value
     */
    record Reported<T>(T get) implements Measured<T> {
        /** Refuses null. */
        public Reported {
            Objects.requireNonNull(get, "get");
        }

        @Override
        public String toString() {
            return get.toString();
        }
    }

    /**
     * A value that exists and is withheld.
     *
     * @param reason why
     * @param policy the name of the policy that demands it
     */
    record Suppressed<T>(SuppressionReason reason, String policy) implements Measured<T> {
        /** Checks the policy's name. */
        public Suppressed {
            Checks.text(policy, "policy");
        }

        @Override
        public String toString() {
            return "suppressed (" + policy + ")";
        }
    }

    /**
     * No value.
     *
     * @param reason why
     * @param detail what exactly, in words; may be empty
     */
    record Missing<T>(MissingReason reason, String detail) implements Measured<T> {
        @Override
        public String toString() {
            return detail.isEmpty() ? reason.toString() : reason + ": " + detail;
        }
    }

    /** A reported value. */
    static <T> Measured<T> of(T value) {
        return new Reported<>(value);
    }

    /** A value withheld for that reason under that policy. */
    static <T> Measured<T> suppressed(SuppressionReason reason, String policy) {
        return new Suppressed<>(reason, policy);
    }

    /** No value, for that reason. */
    static <T> Measured<T> missing(MissingReason reason) {
        return new Missing<>(reason, "");
    }

    /** No value, for that reason, with what exactly in words. */
    static <T> Measured<T> missing(MissingReason reason, String detail) {
        return new Missing<>(reason, detail);
    }

    /** Whether there is a value that may be shown. */
    default boolean isReported() {
        return this instanceof Reported;
    }

    /** The value, if it may be shown. */
    default Optional<T> value() {
        return this instanceof Reported<T> reported ? Optional.of(reported.get()) : Optional.empty();
    }

    /** The value, if it may be shown, otherwise the other. */
    default T orElse(T other) {
        return value().orElse(other);
    }

    /** The same case with the value transformed; the transformation never sees a withheld value. */
    default <R> Measured<R> map(Function<? super T, ? extends R> transformation) {
        return flatMap(value -> of(transformation.apply(value)));
    }

    /** As {@link #map}, for a transformation that may itself give no value. */
    default <R> Measured<R> flatMap(Function<? super T, Measured<R>> transformation) {
        if (this instanceof Reported<T> reported) {
            return transformation.apply(reported.get());
        } else if (this instanceof Suppressed<T> suppressed) {
            return new Suppressed<>(suppressed.reason(), suppressed.policy());
        }
        Missing<T> missing = (Missing<T>) this;
        return new Missing<>(missing.reason(), missing.detail());
    }

    /** The written form, given that of the value: an object tagged {@code status}. */
    @SuppressWarnings("unchecked")
    static <T> Form<Measured<T>> form(Form<T> value) {
        Class<Reported<T>> reported = (Class<Reported<T>>) (Class<?>) Reported.class;
        Class<Suppressed<T>> suppressed = (Class<Suppressed<T>>) (Class<?>) Suppressed.class;
        Class<Missing<T>> missing = (Class<Missing<T>>) (Class<?>) Missing.class;
        FamilyForm<Measured<T>> family = Forms.family("status");
        return family.when("reported", reported, Form.of("value", value, Reported::get, Reported::new))
                .when(
                        "suppressed",
                        suppressed,
                        Form.of(
                                "reason",
                                Forms.enumOf(SuppressionReason.class),
                                Suppressed::reason,
                                "policy",
                                Forms.TEXT,
                                Suppressed::policy,
                                Suppressed::new))
                .when(
                        "missing",
                        missing,
                        Form.of(
                                "reason",
                                Forms.enumOf(MissingReason.class),
                                Missing::reason,
                                "detail",
                                Forms.TEXT,
                                Missing::detail,
                                Missing::new));
    }
}
