package org.lingbao.rules.bridging;

import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

/**
 * How two drawn pensions are cleared (重复领取清退).
 *
 * @param ended the scheme whose relation ends
 * @param setOff what of the account goes to repay the basic pension drawn
 * @param refund what of the account is paid out; never government subsidy
 * @param owed what is still to be paid back, or set off against the pension that goes on
 */
public record Clearance(Scheme ended, Money setOff, Money refund, Money owed) {}
