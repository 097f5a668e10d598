package org.iltlib.impact.quality;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How many students of a group have a device, and how many a connection at home that will do. Counts for computing: shown
 * to others they go through the analytics, which withhold small groups. Immutable.
 */
@Value.Immutable
public abstract class DeviceAccess {
    /** The written form. */
    public static final Form<DeviceAccess> FORM = Form.<DeviceAccess, Builder>built(
                    DeviceAccess::builder, Builder::build)
            .field("group", Forms.TEXT, DeviceAccess::group, Builder::group)
            .field("students", Forms.INTEGER, DeviceAccess::students, Builder::students)
            .field("withDevice", Forms.INTEGER, DeviceAccess::withDevice, Builder::withDevice)
            .field("connected", Forms.INTEGER, DeviceAccess::connected, Builder::connected);

    DeviceAccess() {}

    /** The group; the groups of a review do not overlap. */
    public abstract String group();

    /** How many students it has. */
    public abstract int students();

    /** How many of them have a device of their own or for the year. */
    public abstract int withDevice();

    /** How many of them have a connection at home that will do. */
    public abstract int connected();

    /** Checks that parts are no larger than the whole. */
    @Value.Check
    void check() {
        Checks.id(group(), "group");
        Checks.notNegative(students(), "students");
        Checks.require(
                withDevice() >= 0 && withDevice() <= students(),
                "%s of %s students have a device. Expected 0 to %s.",
                withDevice(),
                students(),
                students());
        Checks.require(
                connected() >= 0 && connected() <= students(),
                "%s of %s students are connected. Expected 0 to %s.",
                connected(),
                students(),
                students());
    }

    /** Those counts. */
    public static DeviceAccess of(String group, int students, int withDevice, int connected) {
        return builder()
                .group(group)
                .students(students)
                .withDevice(withDevice)
                .connected(connected)
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds the counts; everything must be set. */
    public static final class Builder extends ImmutableDeviceAccess.Builder {
        Builder() {}
    }
}
