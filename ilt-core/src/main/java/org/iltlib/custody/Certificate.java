package org.iltlib.custody;

import java.time.Instant;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;

/** That something was removed for good: what, why, when and by whom. Written after the deed, never before. */
public sealed interface Certificate extends Recordable
        permits PurgeCertificate, ErasureCertificate, TenantDeletionCertificate {

    /** When it was removed. */
    Instant at();

    /** By whose order. */
    PersonId by();

    /** The certificate in words, to be printed and handed out. */
    Explanation explain();
}
