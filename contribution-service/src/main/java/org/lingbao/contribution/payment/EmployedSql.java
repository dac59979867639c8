package org.lingbao.contribution.payment;

import org.lingbao.contribution.ledger.Accounts;

/**
 * The statement that makes months of employments payable: for each line that nothing stands against, a bill of one month, whole,
 * which the booking that follows in the same transaction pays. Accounts are locked first, so that nobody seals one between
 * the two.
 */
final class EmployedSql {
    private EmployedSql() {}

    /** What is known of the employments, which stay so until the transaction ends. */
    static final String RELATIONS = """
            select relation_id, place, from_month, to_month from relation
            where relation_id = any($1::uuid[]) and standing = 'EMPLOYED' and scheme = 'EMPLOYEE'
              and starts_with(place, $2)
            order by relation_id for share""";

    /**
     * {@code $1}–{@code $9}: the lines that stand the test of the law, as columns; {@code $10}: the bureau; {@code $11}: the business
     * day. Returns for each its position and the reasons against it; none: its bill is there.
     */
    static final String BILL = """
            with asked as (
                select a.*, r.person_id, r.scheme, r.place
                from unnest($1::bigint[], $2::uuid[], $3::text[], $4::uuid[], $5::date[], $6::bigint[], $7::bigint[],
                            $8::bigint[], $9::date[])
                    as a(position, bill_id, reference, relation_id, month, base_fen, personal_fen, employer_fen, until)
                join relation r using (relation_id)
                where not exists (select from receipt known where known.bank = $10 and known.reference = a.reference)
            ), held as materialized (%s
            ), examined as materialized (
                select a.*, array_remove(array[
                           case when h.sealed_by is not null then 'ACCOUNT_SEALED' end,
                           case when h.credited && %s then 'MONTH_CREDITED' end], null) as reasons
                from asked a join held h on h.account_owner = %s
            ), taken as (
                insert into bill_month (person_id, scheme, month, bill_id)
                select person_id, scheme, month, bill_id from examined where reasons = '{}' order by position
                on conflict do nothing returning bill_id
            ), billed as (
                insert into bill (bill_id, relation_id, standing, person_id, scheme, place, first_month, months, base_fen,
                                  account_fen, pooled_fen, medical_fen, amount_fen, payable_until, issued_on, channels)
                select bill_id, relation_id, 'EMPLOYED', person_id, scheme, place, month, 1, base_fen,
                       personal_fen, employer_fen, 0, personal_fen + employer_fen, until, $11, '{TAX_BUREAU}'
                from examined join taken using (bill_id)
            )
            select e.position,
                   case when e.reasons = '{}' and t.bill_id is null then array['MONTH_NOT_FREE'] else e.reasons end
                       as reasons
            from examined e left join taken t using (bill_id)""".formatted(
            Accounts.lockOf("asked"), Accounts.rangeOf("a.month", "1"), Accounts.ownerOf("a.person_id", "a.scheme"));
}
