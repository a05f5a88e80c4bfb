using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Payments;

public sealed class KnownWaysTests
{
    private static readonly MerchantId Merchant = new(new Guid("01890000-0000-7000-8000-000000000001"));
    private static readonly WaysToPay Ways = new("The processor", [new Bank("north", "North Bank")]);

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_list_is_believed_for_half_a_minute_and_for_its_own_merchant_and_mode_alone()
    {
        var known = new KnownWays(_clock);
        Assert.Null(known.Of(Merchant, Mode.Test));
        known.Keep(Merchant, Mode.Test, Ways);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Same(Ways, known.Of(Merchant, Mode.Test));
        Assert.Null(known.Of(Merchant, Mode.Live));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(known.Of(Merchant, Mode.Test));
    }

    [Fact]
    public void While_one_view_asks_again_the_others_go_on_with_the_old_list()
    {
        var known = new KnownWays(_clock);
        known.Keep(Merchant, Mode.Test, Ways);
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Null(known.Of(Merchant, Mode.Test));
        Assert.Same(Ways, known.Of(Merchant, Mode.Test));

        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(known.Of(Merchant, Mode.Test));    // whoever asked never came back
    }

    [Fact]
    public void An_empty_list_is_not_kept_for_it_means_that_nobody_knows()
    {
        var known = new KnownWays(_clock);
        known.Keep(Merchant, Mode.Test, Ways);
        known.Keep(Merchant, Mode.Test, Ways with { Banks = [] });

        Assert.Null(known.Of(Merchant, Mode.Test));
    }
}
