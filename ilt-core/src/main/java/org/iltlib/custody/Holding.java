package org.iltlib.custody;

import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.store.DatasetId;

/** Something identifiable that a store keeps of a tenant: a person's contact, the rows of a dataset, or all there is. */
public sealed interface Holding permits Holding.OfPerson, Holding.OfDataset, Holding.OfTenant {

    /** The written form, told apart by {@code holding}. */
    static Form<Holding> form() {
        return Forms.<Holding>family("holding")
                .when("person", OfPerson.class, OfPerson.FORM)
                .when("dataset", OfDataset.class, OfDataset.FORM)
                .when("tenant", OfTenant.class, OfTenant.FORM);
    }

    /** The contact of that person. */
    static Holding of(PersonId person) {
        return new OfPerson(person);
    }

    /** The rows of that dataset. */
    static Holding of(DatasetId dataset) {
        return new OfDataset(dataset);
    }

    /** All that the tenant has stored. */
    static Holding ofTenant() {
        return new OfTenant();
    }

    /** What it is. */
    Sort sort();

    /** What a holding can be; policies speak of these. */
    enum Sort {
        /** Names and ways to reach a person. */
        CONTACT,
        /** The rows of a dataset. */
        DATASET,
        /** All that a tenant has stored, as for an archive. */
        TENANT
    }

    /**
     * The contact of a person.
     *
     * @param person the pseudonymous id
     */
    record OfPerson(PersonId person) implements Holding {
        /** The written form. */
        public static final Form<OfPerson> FORM = Form.of("person", PersonId.FORM, OfPerson::person, OfPerson::new);

        @Override
        public Sort sort() {
            return Sort.CONTACT;
        }

        /** {@code person p-3}. */
        @Override
        public String toString() {
            return "person " + person;
        }
    }

    /**
     * The rows of a dataset.
     *
     * @param dataset the digest of its bytes
     */
    record OfDataset(DatasetId dataset) implements Holding {
        /** The written form. */
        public static final Form<OfDataset> FORM =
                Form.of("dataset", DatasetId.FORM, OfDataset::dataset, OfDataset::new);

        @Override
        public Sort sort() {
            return Sort.DATASET;
        }

        /** {@code dataset 3f…}. */
        @Override
        public String toString() {
            return "dataset " + dataset;
        }
    }

    /** All that the tenant has stored. */
    record OfTenant() implements Holding {
        /** The written form. */
        public static final Form<OfTenant> FORM = Form.of("all", Forms.FLAG, tenant -> true, all -> new OfTenant());

        @Override
        public Sort sort() {
            return Sort.TENANT;
        }

        /** {@code everything}. */
        @Override
        public String toString() {
            return "everything";
        }
    }
}
