package org.lingbao.rules.contribution;

/** Through what a contribution is paid (缴费渠道). */
public enum PaymentChannel {
    /** The tax bureau's own channels: its app, its page in WeChat or Alipay, its counter (税务缴费渠道). */
    TAX_BUREAU,
    /** The bank withholds it by an agreement with the person (银行扣款协议). */
    BANK_WITHHOLDING,
    /** A bank's terminal in the village or at a counter (裕农通、农商宝等银行终端). */
    BANK_TERMINAL
}
