package org.iltlib.exchange.casenetwork;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.iltlib.exchange.casenetwork.CaseImport.Quarantined;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.Rows;
import org.iltlib.exchange.casenetwork.packed.TextPool;
import org.iltlib.form.Node;

/** What was set aside, in little memory. */
final class SetAside extends AbstractList<Quarantined> implements RandomAccess {
    private final RowEncoder encoder;
    private final Rows rows;

    SetAside(TextPool pool) {
        this.encoder = new RowEncoder(pool);
        this.rows = new Rows(pool);
    }

    void add(String pointer, CaseRule rule, Node value) {
        encoder.begin();
        encoder.node(new Node.Items(List.of(new Node.Text(pointer), new Node.Text(rule.id()), value)));
        rows.add(encoder);
    }

    List<Quarantined> list() {
        return this;
    }

    @Override
    public Quarantined get(int index) {
        List<Node> parts = ((Node.Items) rows.node(Objects.checkIndex(index, size()))).values();
        String rule = ((Node.Text) parts.get(1)).value();
        return new Quarantined(
                ((Node.Text) parts.get(0)).value(), CaseRule.find(rule).orElseThrow(), parts.get(2));
    }

    @Override
    public int size() {
        return rows.size();
    }
}
