using global::Stripe;
using global::Stripe.Checkout;
using PayPage.Processors.Stripe;

namespace PayPage.Processors.StripeNet;

/// <summary>What we ask of Stripe, in the library's types. It sends what was set, a null as an empty text: what is not wanted is not set.</summary>
internal static class StripeNetOrders
{
    private const long PageSize = 100;    // the most that Stripe gives at once

    public static PaymentIntentCreateOptions Of(StripeIntentOrder order) => new()
    {
        Amount = order.Amount,
        Currency = order.Currency,
        AutomaticPaymentMethods = new PaymentIntentAutomaticPaymentMethodsOptions { Enabled = true },
        Description = order.Description,
        Metadata = new Dictionary<string, string>(order.Metadata),
    };

    public static SessionCreateOptions Of(StripeSessionOrder order)
    {
        var made = new SessionCreateOptions
        {
            Mode = "payment",
            LineItems = [Line(order)],
            AdaptivePricing = new SessionAdaptivePricingOptions { Enabled = false },
            ClientReferenceId = order.ClientReference,
            SuccessUrl = order.SuccessUrl.AbsoluteUri,
            CancelUrl = order.CancelUrl.AbsoluteUri,
            ExpiresAt = order.ExpiresAt.UtcDateTime,
            Metadata = new Dictionary<string, string>(order.Metadata),
            PaymentIntentData = new SessionPaymentIntentDataOptions { Description = order.Item, Metadata = new Dictionary<string, string>(order.IntentMetadata) },
        };

        if (order.Locale is { } locale)
        {
            made.Locale = locale;
        }

        return made;
    }

    public static RefundCreateOptions Of(StripeRefundOrder order) => new()
    {
        PaymentIntent = order.Intent,
        Amount = order.Amount,
        Metadata = new Dictionary<string, string>(order.Metadata),
    };

    public static DateRangeOptions Of(StripeWindow created)
    {
        var made = new DateRangeOptions { GreaterThanOrEqual = created.From.UtcDateTime };

        if (created.To is { } to)
        {
            made.LessThanOrEqual = to.UtcDateTime;
        }

        return made;
    }

    /// <summary>The page after that one; the first for null.</summary>
    public static T From<T>(this T list, string? after)
        where T : ListOptions
    {
        list.Limit = PageSize;

        if (after is not null)
        {
            list.StartingAfter = after;
        }

        return list;
    }

    private static SessionLineItemOptions Line(StripeSessionOrder order) => new()
    {
        Quantity = 1,
        PriceData = new SessionLineItemPriceDataOptions
        {
            Currency = order.Currency,
            UnitAmount = order.Amount,
            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = order.Item },
        },
    };
}
