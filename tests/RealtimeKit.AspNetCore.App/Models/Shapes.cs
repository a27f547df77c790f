using System.Text.Json.Serialization;

namespace RealtimeKit.AspNetCore.App.Models;

/// <summary>A drawn shape. No value is of this type itself.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Rectangle), "rectangle")]
public abstract class Shape
{
    public string? Colour { get; set; }
}

public sealed class Circle : Shape
{
    public required double Radius { get; set; }
}

public sealed class Rectangle : Shape
{
    public double Width { get; set; }

    public double Height { get; set; }
}

public sealed record Drawing
{
    public required Shape Main { get; init; }
    public Shape? Background { get; init; }
    public required List<Shape> Shapes { get; init; }
    public required Dictionary<string, Shape> Named { get; init; }
}

/// <summary>A vehicle. A value can be of this type itself.</summary>
[JsonDerivedType(typeof(Vehicle), "vehicle")]
[JsonDerivedType(typeof(Car), "car")]
[JsonDerivedType(typeof(Van), "van")]
public class Vehicle
{
    public required string Plate { get; set; }
}

public class Car : Vehicle
{
    public int Seats { get; set; }
}

public class Van : Car
{
    public double LoadVolume { get; set; }
}
