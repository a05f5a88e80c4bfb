using Microsoft.Extensions.Options;
using PayPage.Sandbox.Api;
using PayPage.Sandbox.Storage;
using PayPage.Sandbox.TestCards;

namespace PayPage.Sandbox.Webhooks;

/// <summary>Events wait here, written in the same transaction as the fact they tell.</summary>
internal sealed class Outbox(IOptions<SandboxOptions> options)
{
    /// <summary>Longer than any try may take: a delivery that is being sent belongs to its sender for so long.</summary>
    public TimeSpan Lease => options.Value.WebhookTimeout + TimeSpan.FromSeconds(20);

    public void Add<T>(Session session, Event happened, T data)
    {
        var id = Ids.New("evt");
        var body = SandboxJson.Write(new Envelope<T>(id, happened.Type, happened.At.UtcDateTime, data));

        session.WakesWorkers = true;
        session.Execute(
            "INSERT INTO events (id, account, url, body, created_at) VALUES ($id, $account, $url, $body, $at)",
            ("$id", id),
            ("$account", happened.Account),
            ("$url", happened.Url),
            ("$body", body),
            ("$at", happened.At.Stored()));

        switch (happened.Fault)
        {
            case WebhookFault.None:
                Deliver(session, id, happened.At + happened.Delay);
                break;
            case WebhookFault.Duplicated:
                for (var i = 0; i < TestTable.Duplicates; i++)
                {
                    Deliver(session, id, happened.At);
                }

                break;
            case WebhookFault.Delayed:
                Deliver(session, id, happened.At + options.Value.WebhookDelay);
                break;
            case WebhookFault.BeforeAnswer:
                // Leased from birth: the worker leaves it to whoever answers the payer.
                session.Hold(Deliver(session, id, happened.At + Lease, leased: true));
                break;
            case WebhookFault.Lost:
                break;
        }
    }

    private static long Deliver(Session session, string eventId, DateTimeOffset due, bool leased = false) => session.Number(
        "INSERT INTO deliveries (event_id, due_at, leased, attempts) VALUES ($event, $due, $leased, $leased) RETURNING id",
        ("$event", eventId),
        ("$due", due.Stored()),
        ("$leased", leased ? 1 : 0))!.Value;    // an inserted row has an id
}
