using System.Text.Json;
using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Values of every type are received as they were sent, in both directions.</summary>
public class ValueTests(ShopServer server) : ShopTest(server)
{
    private static readonly Guid _key = new("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10");

    [Fact]
    public async Task Numbers_of_every_size()
    {
        Numbers numbers = await Shop.Values.EchoNumbersAsync(new()
        {
            Byte = 255,
            SByte = -128,
            Short = -32768,
            UShort = 65535,
            Int = int.MinValue,
            UInt = 7,
            Long = long.MinValue,
            ULong = 9_007_199_254_740_993,
            Float = 1.5e-30f,
            Double = 0.1,
            Decimal = (Amount)12.25,
            Half = (SmallNumber)0.5,
            Int128 = -5,
            UInt128 = 5,
        });

        Assert.Equal(
            new Server.Numbers
            {
                Byte = 255,
                SByte = -128,
                Short = -32768,
                UShort = 65535,
                Int = int.MinValue,
                UInt = 7,
                Long = long.MinValue,
                ULong = 9_007_199_254_740_993,
                Float = 1.5e-30f,
                Double = 0.1,
                Decimal = 12.25m,
                Half = (Half)0.5,
                Int128 = -5,
                UInt128 = 5,
            },
            Received.Last<Server.Numbers>());
        Assert.Equal(255, (long)numbers.Byte!);
        Assert.Equal(-128, (long)numbers.SByte!);
        Assert.Equal(-32768, (long)numbers.Short!);
        Assert.Equal(65535, (long)numbers.UShort!);
        Assert.Equal(int.MinValue, numbers.Int);
        Assert.Equal(7, (long)numbers.UInt!);
        Assert.Equal(long.MinValue, numbers.Long);
        Assert.Equal(9_007_199_254_740_993, (long)numbers.ULong!);
        Assert.Equal(1.5e-30f, numbers.Float);
        Assert.Equal(0.1, numbers.Double);
        Assert.Equal((Amount)12.25, numbers.Decimal);
        Assert.Equal(0.5, (double)numbers.Half!);
        Assert.Equal(-5, (long)numbers.Int128!);
        Assert.Equal(5, (long)numbers.UInt128!);
    }

    [Fact]
    public async Task Numbers_that_may_be_null()
    {
        NullableNumbers nulls = await Shop.Values.EchoNullableNumbersAsync(new() { Int = null, Double = null });
        Assert.Equal(new Server.NullableNumbers(), Received.Last<Server.NullableNumbers>());
        Assert.Null(Value(nulls.Int));
        Assert.Null(Value(nulls.Decimal));

        NullableNumbers numbers = await Shop.Values.EchoNullableNumbersAsync(new()
        {
            Byte = 1,
            Short = 2,
            Int = 3,
            UInt = 4,
            Long = 5,
            ULong = 6,
            Float = 7.5f,
            Double = 8.5,
            Decimal = (Amount)9.5,
        });
        Assert.Equal(
            new Server.NullableNumbers { Byte = 1, Short = 2, Int = 3, UInt = 4, Long = 5, ULong = 6, Float = 7.5f, Double = 8.5, Decimal = 9.5m },
            Received.Last<Server.NullableNumbers>());
        Assert.Equal(3, Value(numbers.Int));
        Assert.Equal((Amount)9.5, Value(numbers.Decimal));
    }

    [Fact]
    public async Task Dates_and_times()
    {
        var instant = new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.FromMinutes(330));
        Times times = await Shop.Values.EchoTimesAsync(new()
        {
            UtcTime = instant.ToUniversalTime(),
            Instant = instant,
            Day = new DateOnly(2026, 2, 28),
            Opens = new TimeOnly(8, 30, 15, 250),
            Length = new TimeSpan(40, 2, 3, 4, 5),
            MaybeInstant = instant,
            MaybeDay = DateOnly.MaxValue,
            MaybeOpens = TimeOnly.MaxValue,
            MaybeLength = TimeSpan.FromHours(-1),
        });

        Assert.Equal(
            new Server.Times
            {
                UtcTime = instant.UtcDateTime,
                Instant = instant,
                Day = new(2026, 2, 28),
                Opens = new(8, 30, 15, 250),
                Length = new(40, 2, 3, 4, 5),
                MaybeInstant = instant,
                MaybeDay = DateOnly.MaxValue,
                MaybeOpens = TimeOnly.MaxValue,
                MaybeLength = TimeSpan.FromHours(-1),
            },
            Received.Last<Server.Times>());
        Assert.Equal(instant, times.UtcTime);
        Assert.Equal(instant, times.Instant);
        Assert.Equal(TimeSpan.FromMinutes(330), times.Instant!.Value.Offset);
        Assert.Equal(new DateOnly(2026, 2, 28), times.Day);
        Assert.Equal(new TimeOnly(8, 30, 15, 250), times.Opens);
        Assert.Equal(new TimeSpan(40, 2, 3, 4, 5), times.Length);
        Assert.Equal(instant, Value(times.MaybeInstant));
        Assert.Equal(DateOnly.MaxValue, Value(times.MaybeDay));
        Assert.Equal(TimeOnly.MaxValue, Value(times.MaybeOpens));
        Assert.Equal(TimeSpan.FromHours(-1), Value(times.MaybeLength));
    }

    [Fact]
    public async Task Dates_and_times_that_are_null()
    {
        Times times = await Shop.Values.EchoTimesAsync(new() { UtcTime = DateTimeOffset.UnixEpoch, MaybeOpens = null, MaybeLength = null });

        Assert.Null(Received.Last<Server.Times>().MaybeLength);
        Assert.Null(Value(times.MaybeInstant));
        Assert.Null(Value(times.MaybeDay));
        Assert.Null(Value(times.MaybeOpens));
        Assert.Null(Value(times.MaybeLength));
        Assert.Equal(TimeOnly.MinValue, times.Opens);
        Assert.Equal(TimeSpan.Zero, times.Length);
    }

    [Fact]
    public async Task Texts_of_every_kind()
    {
        Texts texts = await Shop.Values.EchoTextsAsync(new()
        {
            Text = "ä \u0001 \"quoted\" 😀",
            Letter = "x",
            Key = _key,
            Link = new("https://shop.example/a?b=c#d"),
            Version = "1.2.3.4",
            Bytes = ShopData.Picture,
            MaybeKey = _key,
            MaybeLetter = "y",
            MaybeLink = new Uri("/relative", UriKind.Relative),
            MaybeBytes = new byte[] { 1, 2 },
            Mail = "a@b.example",
            Code = "ABC",
        });

        Server.Texts received = Received.Last<Server.Texts>();
        Assert.Equal("ä \u0001 \"quoted\" 😀", received.Text);
        Assert.Equal('x', received.Letter);
        Assert.Equal(_key, received.Key);
        Assert.Equal("https://shop.example/a?b=c#d", received.Link.OriginalString);
        Assert.Equal(new Version(1, 2, 3, 4), received.Version);
        Assert.Equal(ShopData.Picture, received.Bytes);
        Assert.Equal(_key, received.MaybeKey);
        Assert.Equal('y', received.MaybeLetter);
        Assert.Equal("/relative", received.MaybeLink!.OriginalString);
        Assert.Equal([1, 2], received.MaybeBytes!);
        Assert.Equal("a@b.example", received.Mail);

        Assert.Equal("ä \u0001 \"quoted\" 😀", texts.Text);
        Assert.Equal("x", texts.Letter);
        Assert.Equal(_key, texts.Key);
        Assert.Equal("https://shop.example/a?b=c#d", texts.Link.OriginalString);
        Assert.Equal("1.2.3.4", texts.Version);
        Assert.Equal(ShopData.Picture, texts.Bytes);
        Assert.Equal(_key, Value(texts.MaybeKey));
        Assert.Equal("y", Value(texts.MaybeLetter));
        Assert.Equal("/relative", Value(texts.MaybeLink)!.OriginalString);
        Assert.Equal([1, 2], Value(texts.MaybeBytes)!);
        Assert.Equal("ABC", Value(texts.Code));
    }

    [Fact]
    public async Task Enums_as_text_numbers_and_flags()
    {
        Enums enums = await Shop.Values.EchoEnumsAsync(new()
        {
            Status = OrderStatus.Cancelled,
            Priority = Words.High,
            Permissions = Words.ReadAndDelete,
            Features = Words.SearchAndExport,
            Carrier = Carrier.UpsGround,
            MaybeStatus = new OpenEnum<OrderStatus>(OrderStatus.Paid),
            MaybePriority = Words.MaybeLow,
            MaybePermissions = null,
            History = [OrderStatus.Open, OrderStatus.Paid],
            Priorities = [Words.Low, Words.High],
        });

        Server.Enums received = Received.Last<Server.Enums>();
        Assert.Equal(Server.OrderStatus.Cancelled, received.Status);
        Assert.Equal(Server.Priority.High, received.Priority);
        Assert.Equal(Server.Permissions.Read | Server.Permissions.Delete, received.Permissions);
        Assert.Equal(Server.Features.Search | Server.Features.Export, received.Features);
        Assert.Equal(Server.Carrier.UpsGround, received.Carrier);
        Assert.Equal(Server.OrderStatus.Paid, received.MaybeStatus);
        Assert.Equal(Server.Priority.Low, received.MaybePriority);
        Assert.Null(received.MaybePermissions);
        Assert.Equal([Server.OrderStatus.Open, Server.OrderStatus.Paid], received.History);
        Assert.Equal([Server.Priority.Low, Server.Priority.High], received.Priorities);

        Assert.Equal(OrderStatus.Cancelled, enums.Status);
        Assert.Equal(Words.High, enums.Priority);
        Assert.Equal(Words.ReadAndDelete, enums.Permissions);
        Assert.Equal(Words.SearchAndExport, enums.Features);
        Assert.Equal(Carrier.UpsGround, enums.Carrier);
        Assert.Equal(OrderStatus.Paid, Value(enums.MaybeStatus));
        Assert.Equal(Words.Low, Value(enums.MaybePriority));
        Assert.Null(Value(enums.MaybePermissions));
        Assert.Equal(OrderStatus.Paid, enums.History[1]);
        Assert.Equal(Words.Low, enums.Priorities[0]);
    }
}
