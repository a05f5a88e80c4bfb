using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain.Disputes;

public sealed class DisputeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_picture_in_the_docs_is_the_table() => Approved.Picture(DisputeTransitions.Table, "dispute");

    [Fact]
    public void No_news_brings_a_dispute_back_to_an_earlier_state()
    {
        // Inquiry, answer, review, decision: an escalated inquiry is the one way on from a state that looks final.
        DisputeState[] order = [DisputeState.Inquiry, DisputeState.Closed, DisputeState.NeedsAnswer, DisputeState.UnderReview];

        Assert.All(
            DisputeTransitions.Table.Moves.Where(m => order.Contains(m.From) && order.Contains(m.To)),
            m => Assert.True(Array.IndexOf(order, m.From) < Array.IndexOf(order, m.To), $"{m.From} -> {m.To}"));
        Assert.All(
            DisputeTransitions.Table.Moves.Where(m => m.From is DisputeState.Won or DisputeState.Lost),
            m => Assert.True(m.To is DisputeState.Won or DisputeState.Lost));
    }

    [Theory]
    [InlineData(DisputeState.Won, DisputeState.Lost)]
    [InlineData(DisputeState.Lost, DisputeState.Won)]
    public void What_was_decided_is_turned_by_newer_news_alone(DisputeState first, DisputeState second)
    {
        var dispute = Begin(first, Now);

        Assert.False(dispute.IsMovedBy(News(second, Now.AddSeconds(-1))));
        Assert.False(dispute.IsMovedBy(News(second, Now)));
        Assert.False(dispute.IsMovedBy(News(second, null)));
        Assert.True(dispute.IsInDoubtBy(News(second, null)));
        Assert.False(dispute.IsInDoubtBy(News(second, Now.AddSeconds(-1))));
        Assert.True(dispute.IsMovedBy(News(second, Now.AddSeconds(1))));
    }

    [Fact]
    public void Of_lost_won_and_lost_the_middle_one_turns_nothing_when_it_comes_last()
    {
        var dispute = Begin(DisputeState.Lost, Now);

        dispute.Confirm(News(DisputeState.Lost, Now.AddHours(2)));

        Assert.False(dispute.IsMovedBy(News(DisputeState.Won, Now.AddHours(1))));
        Assert.True(dispute.IsMovedBy(News(DisputeState.Won, Now.AddHours(3))));
    }

    [Fact]
    public void A_time_to_answer_may_change_and_an_older_one_is_not_believed()
    {
        var dispute = Begin(DisputeState.NeedsAnswer, Now);
        var later = News(DisputeState.NeedsAnswer, Now.AddHours(1)) with { EvidenceBy = Now.AddDays(9) };

        Assert.True(dispute.IsToldMoreBy(later));
        dispute.Learn(later, Now);

        Assert.Equal(Now.AddDays(9), dispute.EvidenceBy);
        Assert.False(dispute.IsToldMoreBy(later));
        Assert.False(dispute.IsToldMoreBy(News(DisputeState.NeedsAnswer, Now)));
    }

    [Fact]
    public void What_is_answered_has_no_last_day_and_what_is_decided_has_the_time_of_it()
    {
        var dispute = Begin(DisputeState.NeedsAnswer, Now);

        dispute.Move(News(DisputeState.UnderReview, Now.AddDays(1)), Now);
        Assert.Equal((null, null), (dispute.EvidenceBy, dispute.DecidedAt));

        dispute.Move(News(DisputeState.Won, Now.AddDays(2)), Now);
        Assert.Equal(Now.AddDays(2), dispute.DecidedAt);
    }

    [Fact]
    public void An_inquiry_may_end_in_another_amount_and_money_that_was_taken_may_not()
    {
        var less = new Money(7_00, Currency.Usd);

        Assert.False(Begin(DisputeState.Inquiry, Now).IsContradictedBy(News(DisputeState.NeedsAnswer, Now) with { Amount = less }));
        Assert.True(Begin(DisputeState.NeedsAnswer, Now).IsContradictedBy(News(DisputeState.Lost, Now) with { Amount = less }));
        Assert.True(Begin(DisputeState.Inquiry, Now).IsContradictedBy(News(DisputeState.Closed, Now) with { Amount = new Money(10_00, Currency.Parse("EUR")) }));
        Assert.True(Begin(DisputeState.Inquiry, Now).IsContradictedBy(News(DisputeState.Closed, Now) with { MoneyReference = "other" }));
    }

    [Fact]
    public void A_loss_takes_no_more_than_it_is_about()
    {
        Assert.Throws<InvariantException>(() => Begin(DisputeState.Lost, Now).Share(10_00, 1));
        Assert.Throws<InvariantException>(() => Begin(DisputeState.Won, Now).Share(1, 0));
        Assert.Throws<InvariantException>(() => Begin(DisputeState.Lost, Now).Share(-1, 0));
    }

    [Theory]
    [InlineData("fraudulent", DisputeCause.Fraudulent)]
    [InlineData("product_not_received", DisputeCause.NotReceived)]
    [InlineData("debit_not_authorized", DisputeCause.BankDebit)]
    [InlineData("something new", DisputeCause.General)]
    [InlineData(null, DisputeCause.General)]
    public void Reasons_are_read_and_those_that_nobody_knows_are_general(string? reason, DisputeCause cause) => Assert.Equal(cause, DisputeCauses.Read(reason));

    [Fact]
    public void Each_cause_has_words_of_its_own_and_says_what_to_collect()
    {
        var causes = Enum.GetValues<DisputeCause>();

        Assert.Equal(causes.Length, causes.Select(c => c.Title()).Distinct().Count());
        Assert.Equal(causes.Length, causes.Select(c => c.Describe()).Distinct().Count());
        Assert.All(causes, c => Assert.NotEmpty(c.Evidence()));
    }

    private static Dispute Begin(DisputeState state, DateTimeOffset? at) => Dispute.Begin(
        new DisputeId(Guid.Empty),
        new ProcessorAccount
        {
            Id = new ProcessorAccountId(Guid.Empty),
            MerchantId = new MerchantId(Guid.Empty),
            Kind = ProcessorKind.Sandbox,
            Mode = Mode.Test,
            SealedSecrets = [],
            CreatedAt = Now,
        },
        News(state, at),
        Now);

    private static DisputeNews News(DisputeState state, DateTimeOffset? at) =>
        new("dp_1", "money_1", state, new Money(10_00, Currency.Usd), "fraudulent", Now.AddDays(7)) { At = at };
}
