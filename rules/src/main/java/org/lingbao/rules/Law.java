package org.lingbao.rules;

import java.util.function.Supplier;
import org.lingbao.rules.account.AccountRules;
import org.lingbao.rules.account.SettlementRules;
import org.lingbao.rules.bridging.BridgingRules;
import org.lingbao.rules.capacity.CapacityRules;
import org.lingbao.rules.contribution.ContributionRules;
import org.lingbao.rules.contribution.MedicalWaitingRules;
import org.lingbao.rules.contribution.ResidentYearRules;
import org.lingbao.rules.contribution.RiderRules;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.deadline.DeadlineRules;
import org.lingbao.rules.employment.EmploymentRules;
import org.lingbao.rules.enrollment.ApplyingRules;
import org.lingbao.rules.enrollment.EnrollmentRules;
import org.lingbao.rules.forecast.ForecastRules;
import org.lingbao.rules.identity.IdentityRules;
import org.lingbao.rules.pension.BenefitBaseWageRules;
import org.lingbao.rules.pension.PayoutRules;
import org.lingbao.rules.pension.PensionRules;
import org.lingbao.rules.pension.ResidentPensionRules;
import org.lingbao.rules.retirement.RetirementRules;
import org.lingbao.rules.shortfall.ShortfallRules;
import org.lingbao.rules.subsidy.SubsidyRules;
import org.lingbao.rules.transfer.TransferRules;

/**
 * All rules on one set of rule files: the way into this library. A rule reads its files when it is first asked for; after that it is
 * immutable. Safe for use by many threads.
 */
public final class Law {
    private static final Law STANDARD = new Law(RuleFiles.standard());

    private final Supplier<IdentityRules> identity;
    private final Supplier<CapacityRules> capacity;
    private final Supplier<RetirementRules> retirement;
    private final Supplier<EnrollmentRules> enrollment;
    private final Supplier<ApplyingRules> applying;
    private final Supplier<ContributionRules> contribution;
    private final Supplier<MedicalWaitingRules> medicalWaiting;
    private final Supplier<RiderRules> rider;
    private final Supplier<EmploymentRules> employment;
    private final Supplier<AccountRules> account;
    private final Supplier<SettlementRules> settlement;
    private final Supplier<DeadlineRules> deadline;
    private final Supplier<PayoutRules> payout;
    private final Supplier<BenefitBaseWageRules> baseWage;
    private final Supplier<PensionRules> pension;
    private final Supplier<ResidentPensionRules> residentPension;
    private final Supplier<TransferRules> transfer;
    private final Supplier<BridgingRules> bridging;
    private final Supplier<ShortfallRules> shortfall;
    private final Supplier<SubsidyRules> subsidy;
    private final Supplier<ResidentYearRules> residentYear;
    private final Supplier<ForecastRules> forecast;

    private Law(RuleFiles files) {
        identity = new Once<>(() -> new IdentityRules(files));
        capacity = new Once<>(() -> new CapacityRules(files));
        retirement = new Once<>(() -> new RetirementRules(files));
        enrollment = new Once<>(() -> new EnrollmentRules(files, retirement()));
        applying = new Once<>(() -> new ApplyingRules(files));
        contribution = new Once<>(() -> new ContributionRules(files));
        medicalWaiting = new Once<>(() -> new MedicalWaitingRules(files));
        rider = new Once<>(() -> new RiderRules(files));
        employment = new Once<>(() -> new EmploymentRules(files, retirement()));
        account = new Once<>(() -> new AccountRules(files));
        settlement = new Once<>(() -> new SettlementRules(files));
        deadline = new Once<>(() -> new DeadlineRules(files));
        payout = new Once<>(() -> new PayoutRules(files));
        baseWage = new Once<>(() -> new BenefitBaseWageRules(files));
        pension = new Once<>(() -> new PensionRules(files));
        residentPension = new Once<>(() -> new ResidentPensionRules(files, payout()));
        transfer = new Once<>(() -> new TransferRules(files));
        bridging = new Once<>(() -> new BridgingRules(files));
        shortfall = new Once<>(() -> new ShortfallRules(files));
        subsidy = new Once<>(() -> new SubsidyRules(files));
        residentYear = new Once<>(() -> new ResidentYearRules(files, subsidy()));
        forecast = new Once<>(() ->
                new ForecastRules(files, retirement(), contribution(), account(), payout(), baseWage(), pension()));
    }

    /** The law as this library carries it. */
    public static Law standard() {
        return STANDARD;
    }

    /** The law by other files, such as a pack that is still being written. */
    public static Law of(RuleFiles files) {
        return new Law(files);
    }

    /** What makes an identity number (公民身份号码). */
    public IdentityRules identity() {
        return identity.get();
    }

    /** Who does civil acts alone (民事行为能力). */
    public CapacityRules capacity() {
        return capacity.get();
    }

    /** When one retires (法定退休年龄). */
    public RetirementRules retirement() {
        return retirement.get();
    }

    /** Who may enroll where (参保登记). */
    public EnrollmentRules enrollment() {
        return enrollment.get();
    }

    /** How one applies to enroll (参保办理). */
    public ApplyingRules applying() {
        return applying.get();
    }

    /** From when medical insurance pays (医保等待期). */
    public MedicalWaitingRules medicalWaiting() {
        return medicalWaiting.get();
    }

    /** Where medical insurance is joined with the pension (医保随养老一并参保). */
    public RiderRules rider() {
        return rider.get();
    }

    /** What a choice costs (应缴核定). */
    public ContributionRules contribution() {
        return contribution.get();
    }

    /** Who is insured by an employer, over which months, and what that costs (单位参保). */
    public EmploymentRules employment() {
        return employment.get();
    }

    /** What an individual account earns (个人账户记账). */
    public AccountRules account() {
        return account.get();
    }

    /** What becomes of an individual account when it is not drawn as a pension (个人账户的支取、继承与终止). */
    public SettlementRules settlement() {
        return settlement.get();
    }

    /** Until when something must be done (期限). */
    public DeadlineRules deadline() {
        return deadline.get();
    }

    /** Over how many months an account is paid out (计发月数). */
    public PayoutRules payout() {
        return payout.get();
    }

    /** With which wage pensions are reckoned (计发基数). */
    public BenefitBaseWageRules baseWage() {
        return baseWage.get();
    }

    /** What a pension is a month (养老金计发). */
    public PensionRules pension() {
        return pension.get();
    }

    /** What a resident's pension is a month (城乡居民养老金). */
    public ResidentPensionRules residentPension() {
        return residentPension.get();
    }

    /** What happens to a relation when the person moves (关系转移接续). */
    public TransferRules transfer() {
        return transfer.get();
    }

    /** What comes of changing between the employee and the resident scheme (制度衔接). */
    public BridgingRules bridging() {
        return bridging.get();
    }

    /** What is open when months are missing at the age (缴费年限不足). */
    public ShortfallRules shortfall() {
        return shortfall.get();
    }

    /** What government adds or pays (补贴、代缴). */
    public SubsidyRules subsidy() {
        return subsidy.get();
    }

    /** What a resident's year costs (城乡居民年度缴费). */
    public ResidentYearRules residentYear() {
        return residentYear.get();
    }

    /** What a plan of paying on will give (养老金测算). */
    public ForecastRules forecast() {
        return forecast.get();
    }
}
