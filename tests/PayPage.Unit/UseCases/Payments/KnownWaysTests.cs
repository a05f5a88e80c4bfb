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
    public void A_list_is_believed_for_half_a_minute_and_for_its_own_merchant_mode_and_currency_alone()
    {
        var known = new KnownWays(_clock);
        Assert.Null(known.Of(Merchant, Mode.Test, Currency.Usd));
        known.Keep(Merchant, Mode.Test, Currency.Usd, Ways);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Same(Ways, known.Of(Merchant, Mode.Test, Currency.Usd));
        Assert.Null(known.Of(Merchant, Mode.Live, Currency.Usd));
        Assert.Null(known.Of(Merchant, Mode.Test, Currency.Jpy));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(known.Of(Merchant, Mode.Test, Currency.Usd));
    }

    [Fact]
    public void While_one_view_asks_again_the_others_go_on_with_the_old_list()
    {
        var known = new KnownWays(_clock);
        known.Keep(Merchant, Mode.Test, Currency.Usd, Ways);
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Null(known.Of(Merchant, Mode.Test, Currency.Usd));
        Assert.Same(Ways, known.Of(Merchant, Mode.Test, Currency.Usd));

        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(known.Of(Merchant, Mode.Test, Currency.Usd));    // whoever asked never came back
    }

    [Fact]
    public void Ways_of_which_something_is_not_known_now_are_not_kept()
    {
        var known = new KnownWays(_clock);
        known.Keep(Merchant, Mode.Test, Currency.Usd, Ways);
        known.Keep(Merchant, Mode.Test, Currency.Usd, Ways with { Banks = [], ForgetsSoon = true });

        Assert.Null(known.Of(Merchant, Mode.Test, Currency.Usd));
    }
}
